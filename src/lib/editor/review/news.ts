import type { CommentOnPage, Review, ThreadOnPage } from '#core/review.ts';

/** Something that came since the last reading, said or done by somebody else. */
export type News =
	| { kind: 'comment'; comment: CommentOnPage; thread: ThreadOnPage }
	| { kind: 'state'; thread: ThreadOnPage };

/** What others did between two readings. */
export function newsIn(before: Review, after: Review): News[] {
	const known = new Map(before.threads.map((thread) => [thread.id, thread]));
	return after.threads.flatMap((thread) => {
		const old = known.get(thread.id);
		const comments = thread.comments
			.filter(({ id, isMine }) => !isMine && old?.comments.every((one) => one.id !== id) !== false)
			.map((comment) => ({ kind: 'comment' as const, comment, thread }));
		const moved = old !== undefined && old.state !== thread.state;
		return moved ? [...comments, { kind: 'state' as const, thread }] : comments;
	});
}
