import { countLetters } from './letters.ts';

/** What became of a letter that is not in the text. */
export type Fate =
	/** Somebody took it away with their own eyes on it. */
	| 'deleted'
	/** It lies in the panel of who typed it, or beside the section. */
	| 'kept'
	/** Nobody did anything to it: the fault that is looked for. */
	| 'lost';

/** Who typed what and who deleted it: enough to tell of each letter where it went. */
export class Losses {
	/** For each letter who typed it, and who brought it back when it had been deleted. */
	readonly typed = new Map<string, Set<number>>();
	/** Who took it away, and has not brought it back. */
	readonly #deleted = new Map<string, Set<number>>();

	/** Does something at an editor and notes which letters it brought and took. */
	during(person: number, text: () => string, work: () => void, written: () => string): void {
		const before = countLetters(text());
		work();
		const after = countLetters(text());
		for (const letter of written())
			if (after.has(letter)) this.typed.set(letter, new Set([person]));
		for (const [letter, n] of before) {
			if ((after.get(letter) ?? 0) >= n) continue;
			this.#deleted.set(letter, (this.#deleted.get(letter) ?? new Set()).add(person));
		}
		for (const [letter, n] of after) {
			if (n <= (before.get(letter) ?? 0)) continue;
			// Who takes back their own deletion need not have seen that somebody else deleted it too.
			if (this.#deleted.get(letter)?.delete(person) !== true) this.#deleted.delete(letter);
			this.typed.get(letter)?.add(person);
		}
	}

	/**
	 * The fate of every typed letter that is not in the text.
	 * @param keptBy all the words that lie beside the text for a person
	 */
	fates(text: string, keptBy: (person: number) => string): Map<string, Fate> {
		const present = countLetters(text);
		const fates = new Map<string, Fate>();
		for (const [letter, people] of this.typed) {
			if (present.has(letter)) continue;
			if ((this.#deleted.get(letter)?.size ?? 0) > 0) fates.set(letter, 'deleted');
			else if ([...people].some((who) => keptBy(who).includes(letter))) fates.set(letter, 'kept');
			else fates.set(letter, 'lost');
		}
		return fates;
	}
}
