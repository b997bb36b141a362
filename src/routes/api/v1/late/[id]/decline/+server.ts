import { ok } from '#core/result.ts';
import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const POST = serve(operations.declineLate, async ({ app, by, params: { id }, body }) => {
	const done = await app.commands.declineLate({ by, lateId: id, reason: body.reason });
	return done.ok ? ok({ id, sectionId: done.value.sectionId, state: 'declined' }) : done;
});

export const fallback = otherMethod('/late/{id}/decline');
