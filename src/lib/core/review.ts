/** Where in a text a thread stands: two Yjs relative positions, each encoded and in base64. */
export type Anchor = { start: string; end: string };

export type ThreadKind = 'comment' | 'suggestion';

/** A comment is open or resolved; a suggestion is open until it is taken in, declined or withdrawn. */
export type ThreadState = 'open' | 'resolved' | 'accepted' | 'declined';

/** Characters; a comment is a remark and no section of its own. */
export const LONGEST_COMMENT = 10_000;
export const LONGEST_SUGGESTION = 10_000;
/** Bytes of a relative position, encoded: those that Yjs makes have a few dozen. */
export const LONGEST_POSITION = 256;
/** Threads of one section, and comments of one thread: more is no review. */
export const MOST_THREADS = 1_000;
export const MOST_COMMENTS = 500;
/** People who are named in one comment, and wordings that are kept of it. */
export const MOST_MENTIONS = 50;
export const MOST_WORDINGS = 100;
/** How much of the passage is kept as it was, in characters. */
export const LONGEST_QUOTE = 2_000;

/** One comment as a page shows it. */
export type CommentOnPage = {
	id: string;
	by: { id: string; name: string };
	at: number;
	/** Empty when it was withdrawn. */
	text: string;
	mentions: { id: string; name: string }[];
	editedAt: number | null;
	/** How it read before, the oldest first; none of a withdrawn one. */
	earlier: { text: string; at: number }[];
	withdrawnAt: number | null;
	isMine: boolean;
};

/** One thread as a page shows it, with what the person may do to it. */
export type ThreadOnPage = {
	id: string;
	kind: ThreadKind;
	state: ThreadState;
	stateBy: string | null;
	stateAt: number | null;
	stateReason: string | null;
	/** Raised at each change of state (S10). */
	version: number;
	by: { id: string; name: string };
	at: number;
	/** It must be met before the section is approved. */
	mustMeet: boolean;
	/** Null: it is about the section as a whole, or its passage is gone (`isGone`). */
	anchor: Anchor | null;
	/** The passage was deleted since; `quote` tells what it said. */
	isGone: boolean;
	/** The passage as it was when the thread began; empty for the section as a whole, and for a place between two letters. */
	quote: string;
	/** Of a suggestion: what is to stand in place of `quote`; null for a comment. */
	proposed: string | null;
	comments: CommentOnPage[];
	mayResolve: boolean;
	/** Take the suggestion in, or decline it. */
	mayDecide: boolean;
	/** Take one's own suggestion back. */
	mayWithdraw: boolean;
};

/** What the panel of a section opens with; read anew whenever the server says that something changed. */
export type Review = {
	/** In the order of the text; those of the whole section first, those whose passage is gone last. */
	threads: ThreadOnPage[];
	/** Who can be mentioned: those who may read the section. */
	people: { id: string; name: string; department: string | null }[];
	mayComment: boolean;
};
