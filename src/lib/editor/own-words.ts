import type { ServerMessage } from '#collab/protocol.ts';
import { keptWords, type KeptText } from './kept-text.ts';
import type { Decision } from './session-view.ts';
import { LeftBehind } from './unsent/left-behind.ts';
import type { Unsent } from './unsent/store.ts';

/** What the page shows of a person's own words beside the text. */
export type OwnWordsView = { kept: KeptText[]; decisions: Decision[] };

type Note<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>;

/**
 * A person's own words in one section that are not in its text: what was refused, what somebody
 * else's deletion took along, what closed pages left behind. None goes before the person puts it away.
 */
export class OwnWords {
	/** What closed pages of this person typed here. */
	readonly leftBehind: LeftBehind;
	readonly #onView: (view: OwnWordsView) => void;
	#view: OwnWordsView;

	/** @param onFound told that closed pages left something behind */
	constructor(
		kept: KeptText[],
		unsent: Unsent | undefined,
		onView: (view: OwnWordsView) => void,
		onFound: () => void
	) {
		this.#view = { kept, decisions: [] };
		this.#onView = onView;
		this.leftBehind = new LeftBehind(unsent, onFound);
	}

	/** What would be lost with this page. */
	get onlyHere(): KeptText[] {
		return this.#view.kept.filter((text) => !this.leftBehind.holds(text));
	}

	keep(texts: (KeptText | null)[]): void {
		const some = texts.filter((text) => text !== null);
		if (some.length > 0) this.#set({ kept: [...this.#view.kept, ...some] });
	}

	/**
	 * Keeps what the server kept as late.
	 * @returns false when it is shown already
	 */
	late({ lateId, text }: Note<'late'>): boolean {
		if (this.#view.kept.some((one) => one.lateId === lateId)) return false;
		this.keep([keptWords(text, { kind: 'deleted' }, lateId)]);
		return true;
	}

	decided({ lateId, state, reason }: Note<'lateDecided'>): void {
		const others = this.#view.decisions.filter((one) => one.lateId !== lateId);
		this.#set({ decisions: [...others, { lateId, state, reason }] });
	}

	/** The person has taken what they wanted from the panel. */
	dismissKept(text: KeptText): void {
		this.leftBehind.dismiss(text);
		this.#set({ kept: this.#view.kept.filter((one) => one !== text) });
	}

	/** The person has read what became of a late contribution. */
	dismissDecision(decision: Decision): void {
		this.#set({ decisions: this.#view.decisions.filter((one) => one !== decision) });
	}

	#set(change: Partial<OwnWordsView>): void {
		this.#view = { ...this.#view, ...change };
		this.#onView(this.#view);
	}
}
