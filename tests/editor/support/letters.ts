/**
 * Letters that are typed once in a whole run, so that at the end it can be told of each what became
 * of it. They are Chinese ones: no command and no input rule gives them a meaning.
 */
const FIRST = 0x4e00;
const LAST = 0x9fff;

export class Letters {
	#next = FIRST;

	/** The next `n` letters, never given before. */
	take(n: number): string {
		if (this.#next + n > LAST) throw new Error('no letters are left');
		let text = '';
		for (let i = 0; i < n; i += 1) text += String.fromCharCode(this.#next++);
		return text;
	}
}

/** How often each of these letters stands in a text; all other characters are passed over. */
export function countLetters(text: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (let i = 0; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if (code < FIRST || code > LAST) continue;
		const letter = text.charAt(i);
		counts.set(letter, (counts.get(letter) ?? 0) + 1);
	}
	return counts;
}
