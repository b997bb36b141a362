import { DEEPEST, LARGEST } from '#schema/bounds.ts';

/** W10: every limit of the sync server, with its reason. */
export const LIMITS = {
	/** Bytes of one frame: a day's offline work in one section, or a long paste, stays below. */
	frame: 1024 * 1024,
	/** Fragments of one frame: no client of ours makes any; 16,000 of one byte held 40 MB. */
	fragments: 64,
	/** Structs in one update: bounds the time that one frame may take (100,000 took 267 ms). */
	structs: 20_000,
	/** Characters or ids that one struct may span; Yjs would take 2^45 and silence a client for good. */
	span: 2_000_000,
	/** Levels of nesting, of any document. */
	depth: DEEPEST,
	/** Steps of the order check for one update: bounds what a contrived update can cost. */
	orderSteps: 1_000_000,
	/** Bytes of a section's document, of any. */
	document: LARGEST,
	/** Bytes of one awareness state (W9): a name and a cursor are under 1 KiB. */
	awareness: 4 * 1024,
	/** Awareness states in one message: a stock client tells all it knows when it comes back. */
	awarenessStates: 1000,
	/** Frames a second that a connection is read for in the long run; key repeat makes some 30. */
	framesASecond: 2000,
	/** Frames that may come at once after a rest; beyond it the socket is not read for a while. */
	frameBurst: 3000,
	/** Updates of one connection that may wait for the store; beyond it the socket is not read. */
	queued: 256,
	/** Bytes of the same: two frames of the largest kind. */
	queuedBytes: 2 * 1024 * 1024,
	/** Updates that one turn of a room takes: a hot room lets the others have theirs. */
	batch: 256,
	/** Milliseconds after which a turn of a room ends, however many updates wait. */
	turn: 8,
	/** Sockets of one person: two windows with every section of a large report open. */
	socketsAPerson: 150,
	/** Unsent bytes of a reader after which it is closed and catches up anew. */
	unsent: 4 * 1024 * 1024,
	/** Bytes of one late contribution: a frame, with what followed it before the client stopped. */
	late: 2 * 1024 * 1024
} as const;
