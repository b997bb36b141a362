import { privately, refused } from '#api/answer.ts';
import { readJson } from '#api/body.ts';
import { parse } from '#api/problems.ts';
import type { ApiRefusal } from '#api/refusals.ts';
import { threadAct } from '#api/threads.ts';
import type { Result } from '#core/result.ts';
import type { ThreadAct, ThreadAnswer } from '#core/thread-act.ts';
import type { App } from '#server/app.ts';
import type { RequestHandler } from './$types';

/** A comment of the greatest length in the widest spelling of JSON, and what stands around it, are less. */
const BODY_BYTES = 256 * 1024;

/** What is said about the section: a `Review`. */
export const GET: RequestHandler = async ({ params, locals: { app, actor, lang } }) => {
	const review = await app.views.review(actor, { sectionId: params.sectionId });
	return review.ok ? privately(review.value, 200) : refused(review.refusal, lang, app.clock());
};

/** One `ThreadAct`; answered with a `ThreadAnswer`, refusals as the API answers them. */
export const POST: RequestHandler = async ({ request, url, params, locals }) => {
	const { app, actor, lang } = locals;
	const no = (refusal: ApiRefusal) => refused(refusal, lang, app.clock());
	// Kit looks after forms of other origins, and not after JSON.
	const origin = request.headers.get('origin');
	if (origin !== null && origin !== url.origin) return no({ code: 'foreignOrigin' });
	if (!actor) return no({ code: 'notSignedIn' });
	const sent = await readJson(request, BODY_BYTES);
	if (!sent.ok) return no(sent.refusal);
	const act = parse(threadAct, sent.value);
	if (!act.ok) return no(act.refusal);
	const done = await run(app, { by: actor.personId, sectionId: params.sectionId }, act.value);
	if (!done.ok) return no(done.refusal);
	const review = await app.views.review(actor, { sectionId: params.sectionId });
	if (!review.ok) return no(review.refusal);
	const { threadId } = done.value;
	return privately({ threadId, review: review.value } satisfies ThreadAnswer, 200);
};

function run(
	{ commands }: App,
	who: { by: string; sectionId: string },
	act: ThreadAct
): Promise<Result<{ threadId: string }>> {
	switch (act.act) {
		case 'start':
			return commands.startThread({ ...act, ...who });
		case 'answer':
			return commands.answerThread({ ...act, ...who });
		case 'edit':
			return commands.editComment({ ...act, ...who });
		case 'withdrawComment':
			return commands.withdrawComment({ ...act, ...who });
		case 'resolve':
			return commands.resolveThread({ ...act, ...who });
		case 'reopen':
			return commands.reopenThread({ ...act, ...who });
		case 'suggest':
			return commands.startSuggestion({ ...act, ...who });
		case 'accept':
			return commands.acceptSuggestion({ ...act, ...who });
		case 'decline':
			return commands.declineSuggestion({ ...act, ...who });
		case 'withdraw':
			return commands.withdrawSuggestion({ ...act, ...who });
	}
}
