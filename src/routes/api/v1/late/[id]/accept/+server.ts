import { ok } from '#core/result.ts';
import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const POST = serve(operations.acceptLate, async ({ app, by, params: { id } }) => {
	const done = await app.commands.acceptLate({ by, lateId: id });
	if (!done.ok) return done;
	const { sectionId, seq, placed } = done.value;
	return ok({ id, sectionId, state: 'accepted', seq, placed });
});

export const fallback = otherMethod('/late/{id}/accept');
