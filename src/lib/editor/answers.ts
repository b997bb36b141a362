import { CLOSES } from '#collab/closes.ts';
import type { Refusal } from '#core/result.ts';

/** What the page does when the server refuses an update or ends the socket for good (W11). */
export type Answer =
	/** Keep the document, wait, send all of it again. */
	| 'wait'
	/** Load the server's text and put the difference in as an ordinary change. */
	| 'putIn'
	/** Set the own text aside and load the server's. */
	| 'startAnew'
	/** Set the own text aside and load the page anew. */
	| 'reload'
	| 'signIn'
	/** Set the own text aside and stay, without the document. */
	| 'forbidden'
	| 'notFound';

/** The answer to a refused update. */
export function answerToRefusal(refusal: Refusal): Answer {
	switch (refusal.code) {
		case 'notSaved':
		case 'tooFast':
			return 'wait';
		case 'oldSchema':
		case 'otherEpoch':
			return 'reload';
		case 'malformed':
			// An undo can write an item that cannot be placed (yjs#794); the wish behind it is honest.
			return refusal.rule === 'order' ? 'putIn' : 'startAnew';
		default:
			return 'startAnew';
	}
}

/** The answer to a final close code. */
export function answerToClose(code: number): Answer {
	switch (code) {
		case CLOSES.notSignedIn.code:
			return 'signIn';
		case CLOSES.forbidden.code:
			return 'forbidden';
		case CLOSES.notFound.code:
			return 'notFound';
		case CLOSES.otherEpoch.code:
		case CLOSES.oldSchema.code:
			return 'reload';
		default:
			return 'startAnew';
	}
}
