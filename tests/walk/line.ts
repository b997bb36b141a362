import type { Act, Actor } from '#core/access.ts';
import type { SectionState, Transition } from '#core/section.ts';
import type { Ask } from './ask.ts';
import type { Facts, Ids, Place } from './world.ts';

/** What must be allowed: an act on a thing. */
export type Right = [act: Act, on: Place];

/** One door: what it is asked with, and what `may` must say of who asks. */
export type Line = {
	/** As `kit.ts` names it. */
	door: string;
	/** Where a door stands for several acts, which of them. */
	case?: string;
	/**
	 * Valid input; ids are taken from `ids` alone, so that each can be exchanged for one of another report.
	 * `who` asks, and `nth` is another number for each request.
	 */
	ask?: (ids: Ids, facts: Facts, nth: number) => Ask;
	/**
	 * Whose door it is. `anyone`: no right is asked. `reader`: the same bytes for all. `signedIn`: an account
	 * is enough. `operator`: the machine's own tools, and nobody who comes by the web. Else all of the rights.
	 */
	asks: 'anyone' | 'reader' | 'signedIn' | 'operator' | Right[];
	/** The section must be open, or ready for this transition. */
	state?: 'open' | Transition;
	/** How somebody who is not signed in is answered, where it is not the sign-in page or 401. */
	anonymous?: number;
	/** The status for those who may; by default 200, and 303 for a form. */
	done?: number | Partial<Record<SectionState, number>>;
	/** What is asked beside the rights, such as whose words they are; null where nothing hinders. */
	beside?: (actor: Actor) => number | null;
	/** Words that are otherwise hidden, and that it tells to whoever may come in. */
	tells?: string[];
	/** A success takes a second or more: one is enough. */
	isDear?: true;
	/** Ids that it acts on nothing of: an address that a form only comes back to, or what is anybody's. */
	unjudged?: (keyof Ids)[];
};
