import { ok } from '#core/result.ts';
import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const POST = serve(operations.reopenSection, async ({ app, by, params: { id }, body }) => {
	const done = await app.commands.reopenSection({ by, sectionId: id, reason: body.reason });
	return done.ok ? ok({ id, state: 'draft', hash: null }) : done;
});

export const fallback = otherMethod('/sections/{id}/reopen');
