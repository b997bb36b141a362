import { ok } from '#core/result.ts';
import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const POST = serve(operations.overrideFinding, async ({ app, by, params: { id }, body }) => {
	const { finding, reason } = body;
	const done = await app.commands.overrideFinding({ by, sectionId: id, finding, reason });
	return done.ok ? ok({ id, finding }) : done;
});

export const fallback = otherMethod('/sections/{id}/findings/override');
