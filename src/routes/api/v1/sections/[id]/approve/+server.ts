import { ok } from '#core/result.ts';
import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const POST = serve(operations.approveSection, async ({ app, by, params: { id }, body }) => {
	const done = await app.commands.approveSection({ by, sectionId: id, hash: body.hash });
	return done.ok ? ok({ id, state: 'approved', hash: done.value.hash }) : done;
});

export const fallback = otherMethod('/sections/{id}/approve');
