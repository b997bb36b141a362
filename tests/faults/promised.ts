import { textOf, wordsIn, type Typist, type Words } from '../support/typist.ts';
import type { Client } from '../support/client.ts';
import type { PreparedSection } from '../support/prepared.ts';

/** What must be there after a crash: D2 in bytes and in words. */
export type Promised = {
	section: PreparedSection;
	/** Every update that somebody else was shown or that was acknowledged to its author. */
	updates: Uint8Array[];
	/** The words of the acknowledged ones and those that the observer reads. */
	words: Set<string>;
	/** L1: late contributions that their authors were told of. */
	lateIds: string[];
	/** Tells which words may be gone because somebody deleted them. */
	register: Words;
};

/** A room under test: people who write, and one who only reads. */
export type Room = {
	section: PreparedSection;
	typists: Typist[];
	observer: Client;
	/** What the observer was sent after its first sync. */
	seen: Uint8Array[];
	register: Words;
};

/** What the server had promised in a room when it ended. */
export function promisedIn(room: Room): Promised {
	const acknowledged = room.typists.flatMap((t) => t.acknowledged());
	return {
		section: room.section,
		updates: [
			...room.seen,
			...room.typists.flatMap((t) => t.received),
			...acknowledged.map((a) => a.update)
		],
		words: new Set([
			...wordsIn(textOf(room.observer.doc)),
			...acknowledged.flatMap((a) => a.words)
		]),
		lateIds: room.typists.flatMap((t) =>
			t.notes.flatMap((n) => (n.type === 'refused' && n.lateId !== null ? [n.lateId] : []))
		),
		register: room.register
	};
}
