import type { Presence } from '#collab/protocol.ts';
import type { Lock } from '#core/lock.ts';
import type { SectionState } from '#core/section.ts';
import { UNTOUCHED, type SaveState } from './save-state.ts';
import type { KeptText } from './kept-text.ts';

/** What hinders the work in a section just now. */
export type Trouble =
	/** The store takes no more (D5): the text stays here and is sent again. */
	| 'notSaved'
	/** The right to read was withdrawn. */
	| 'forbidden'
	/** The section is gone, or never was for this person. */
	| 'notFound'
	/** The document was rebuilt, or the program renewed: the page must be loaded again. */
	| 'reload'
	/** Started anew too often within a minute. */
	| 'tooManyResets';

/** Somebody else in the section. */
export type Person = Presence['user'];

/** Rare events, counted so that they can be reported (W12). */
export type Counts = {
	/** Documents thrown away and loaded anew. */
	resets: number;
	/** Differences found at rest. */
	diverged: number;
	/** Views that did not follow their document and were drawn anew. */
	stale: number;
	/** Undos that were put in again as ordinary changes. */
	reordered: number;
	/** Texts loaded anew because drawing would have deleted what two changes left badly nested. */
	harmed: number;
	/** Own words that somebody else's deletion took along (L5). */
	late: number;
};

/** What became of a late contribution of this person (L4). */
export type Decision = { lateId: string; state: 'accepted' | 'declined'; reason: string | null };

/** Everything that a page shows of a section's session; replaced as a whole at each change. */
export type SessionView = {
	/** The editor is in place of the text that came with the page. */
	live: boolean;
	save: SaveState;
	state: SectionState;
	lock: Lock | null;
	mayEdit: boolean;
	/** The section's version: raised by each transition. */
	version: number;
	/** Up to which stored update this page has seen the text. */
	seq: number;
	/** Raised when what is said about the section changed. */
	reviewed: number;
	/** The others, each once. */
	others: Person[];
	/** Own words that did not enter the section, the oldest first. */
	kept: KeptText[];
	decisions: Decision[];
	trouble: Trouble | null;
	counts: Counts;
};

/** What the page knew of the section when it was made. */
export type SectionFacts = {
	id: string;
	epoch: number;
	seq: number;
	state: SectionState;
	lock: Lock | null;
	mayEdit: boolean;
	version: number;
};

/** The view before anything was connected. */
export const firstView = (facts: SectionFacts): SessionView => ({
	live: false,
	save: UNTOUCHED,
	state: facts.state,
	lock: facts.lock,
	mayEdit: facts.mayEdit,
	version: facts.version,
	seq: facts.seq,
	reviewed: 0,
	others: [],
	kept: [],
	decisions: [],
	trouble: null,
	counts: { resets: 0, diverged: 0, stale: 0, reordered: 0, harmed: 0, late: 0 }
});

/** True when the text takes letters: the right to write, and no lock. */
export const isWritable = (view: SessionView): boolean =>
	view.mayEdit && view.lock === null && view.trouble !== 'tooManyResets';

/** Everybody but oneself in a room, each once, by name. */
export function othersIn(states: Map<number, unknown>, own: number, me: string): Person[] {
	const people = new Map<string, Person>();
	for (const [client, state] of states) {
		if (client === own) continue;
		const user = (state as Partial<Presence> | null)?.user;
		if (user !== undefined && user.id !== me) people.set(user.id, user);
	}
	return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}
