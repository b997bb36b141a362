import { SCHEMA_VERSION } from '#schema/version.ts';
import { keptWords, type KeptText, type KeptWhy } from '../kept-text.ts';
import { takeClosedLives, type ClosedLife } from './closed-lives.ts';
import type { Unsent, UnsentPlace } from './store.ts';
import { typedText } from './typed-text.ts';

/**
 * What closed pages of this person left behind in one section, until it is answered: it goes into the
 * document and is sent like other work (D4), or is shown because it cannot.
 */
export class LeftBehind {
	readonly #place: UnsentPlace | null;
	readonly #isOver = new AbortController();
	/** What is taken and neither in the document nor shown. */
	#found: ClosedLife[] = [];
	/** What is in the document and not answered yet. */
	#sent: ClosedLife[] = [];
	/** What is shown, and stays in the store until the person puts it away. */
	readonly #shown = new Map<KeptText, () => void>();

	/** @param onFound told that there is something, at once or when another tab has closed */
	constructor(unsent: Unsent | undefined, onFound: () => void) {
		this.#place = unsent?.place ?? null;
		if (unsent === undefined) return;
		const { store, place } = unsent;
		const isHere = ({ sectionId }: UnsentPlace) => sectionId === place.sectionId;
		const taken = (life: ClosedLife) => {
			if (this.#isOver.signal.aborted) return life.release();
			this.#found.push(life);
			onFound();
		};
		void takeClosedLives(store, place.personId, isHere, taken, this.#isOver.signal);
	}

	/**
	 * Puts what was found in, the oldest first.
	 * @param into false when the document lacks what these updates build on
	 * @returns what cannot go in
	 */
	putBack(into: (updates: Uint8Array[]) => boolean): KeptText[] {
		const lives = this.#found.splice(0).sort((a, b) => a.at - b.at);
		return lives.flatMap((closed) => {
			const { epoch, schema } = closed.place;
			const fits = epoch === this.#place?.epoch && schema <= SCHEMA_VERSION;
			if (!fits || !into(closed.updates)) return this.#show(closed, { kind: 'rebuilt' });
			this.#sent.push(closed);
			return [];
		});
	}

	/** The section is not to be had any more: all of it is to be shown. */
	show(why: KeptWhy): KeptText[] {
		const lives = [...this.#sent.splice(0), ...this.#found.splice(0)];
		return lives.flatMap((closed) => this.#show(closed, why));
	}

	/** The server has taken or refused what was put back: it is not sent a second time. */
	answered(): void {
		for (const closed of this.#sent.splice(0)) closed.forget();
	}

	/** `text` is to be shown; `forget` is what putting it away does in the store. */
	hold(text: KeptText, forget: () => void): void {
		this.#shown.set(text, forget);
	}

	/** True when the store has the text until it is put away. */
	holds(text: KeptText): boolean {
		return this.#shown.has(text);
	}

	/** The person has put the text away. */
	dismiss(text: KeptText): void {
		this.#shown.get(text)?.();
		this.#shown.delete(text);
	}

	/** The page ends; what is not answered stays for the next one. */
	release(): void {
		this.#isOver.abort();
		for (const closed of [...this.#sent.splice(0), ...this.#found.splice(0)]) closed.release();
	}

	#show(closed: ClosedLife, why: KeptWhy): KeptText[] {
		const text = keptWords(typedText(closed.updates), why, null, closed.at);
		// Deletions alone, or attributes: there is nothing to read.
		if (text === null) closed.forget();
		else this.hold(text, closed.forget);
		return text === null ? [] : [text];
	}
}
