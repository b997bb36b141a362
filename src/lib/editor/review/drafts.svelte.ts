import type { Anchor } from '#core/review.ts';

/** What somebody has begun to write. */
export type Draft = {
	text: string;
	/** People chosen from the list of names. */
	picked: string[];
	/** Of a new thread: what it is about, and where. */
	about?: { anchor: Anchor | null; quote: string };
	/** Of a suggestion: what is to stand there. */
	proposed?: string;
	mustMeet?: boolean;
};

/** `comment` and `suggest` for new threads, `answer:ID`, `edit:ID` and `decline:ID` for the rest. */
export type DraftKey = 'comment' | 'suggest' | `${'answer' | 'edit' | 'decline'}:${string}`;

type Kept = Partial<Record<DraftKey, Draft>>;

/**
 * Comments of one person in one section that are not sent: in memory as long as the page is there, and in
 * this tab's own store across a reload. Nobody else who signs in here is shown them.
 */
export class Drafts {
	#all: Kept = $state({});
	readonly #place: string;

	constructor(personId: string, sectionId: string) {
		this.#place = `comments:${personId}:${sectionId}`;
		try {
			this.#all = JSON.parse(sessionStorage.getItem(this.#place) ?? '{}') as Kept;
		} catch {
			// No store, or what another version wrote: then there is nothing from before.
			this.#all = {};
		}
	}

	get(key: DraftKey): Draft | undefined {
		return this.#all[key];
	}

	/** True where nothing is written but what it began with. */
	isEmpty(key: DraftKey): boolean {
		const draft = this.#all[key];
		if (draft === undefined) return true;
		const { text, proposed, about } = draft;
		return text.trim() === '' && (proposed === undefined || proposed === about?.quote);
	}

	set(key: DraftKey, change: Partial<Draft>): void {
		this.#all[key] = { ...(this.#all[key] ?? { text: '', picked: [] }), ...change };
		this.#keep();
	}

	drop(key: DraftKey): void {
		const { [key]: _dropped, ...rest } = this.#all;
		this.#all = rest;
		this.#keep();
	}

	#keep(): void {
		try {
			sessionStorage.setItem(this.#place, JSON.stringify(this.#all));
		} catch {
			// No room or no store: it stays in memory, which is what most closings need.
		}
	}
}
