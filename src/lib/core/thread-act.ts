import type { Anchor, Review } from './review.ts';

/** Who acts on a thread sends the version that they saw (S10). */
type Seen = { threadId: string; version: number };

/** Words of a comment, and the ids of the people who are named in it. */
type Said = { text: string; mentions: string[] };

/**
 * One act on what is said about a section, as it is sent to `.../sections/{id}/threads`. `epoch` is the
 * document that the anchor was made in; what the client has typed is acknowledged before it is sent.
 */
export type ThreadAct =
	/** Begins a thread on a passage, a block, or (`anchor` null) the section. `mustMeet`: coordinators alone. */
	| ({ act: 'start'; epoch: number; anchor: Anchor | null; mustMeet: boolean } & Said)
	| ({ act: 'answer'; threadId: string } & Said)
	| ({ act: 'edit'; commentId: string } & Said)
	| { act: 'withdrawComment'; commentId: string }
	| ({ act: 'resolve' } & Seen)
	| ({ act: 'reopen' } & Seen)
	/**
	 * Proposes `proposed` in place of what stands in the anchor, within one textblock. `replaces` is what the
	 * person saw there; empty for a place between two letters, whose `start` and `end` are the same. `text`
	 * says why, and may be empty.
	 */
	| ({ act: 'suggest'; epoch: number; anchor: Anchor; replaces: string; proposed: string } & Said)
	| ({ act: 'accept' } & Seen)
	/** `reason` may be empty. */
	| ({ act: 'decline'; reason: string } & Seen)
	/** Takes one's own suggestion back. */
	| ({ act: 'withdraw' } & Seen);

/** What the act is answered with: the thread, and all threads as they are after it. */
export type ThreadAnswer = { threadId: string; review: Review };
