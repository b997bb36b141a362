import { ok } from '#core/result.ts';
import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const POST = serve(operations.submitSection, async ({ app, by, params: { id }, body }) => {
	const done = await app.commands.submitSection({ by, sectionId: id, seenSeq: body.seq });
	return done.ok ? ok({ id, state: 'submitted', hash: done.value.hash }) : done;
});

export const fallback = otherMethod('/sections/{id}/submit');
