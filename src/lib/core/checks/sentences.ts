import { startsUpper } from './number-role.ts';
import type { Token } from './tokens.ts';

/** The tokens of one sentence, by their indices in the passage. */
export type Sentence = { tokens: Token[]; start: number; end: number };

/** Words whose full stop ends no sentence. */
const SHORT = new Set(
	't ex bl a dvs ca kl nr jfr s st m fl osv etc resp inkl exkl d v s k f o fr o m tom kap art prop dnr ev max min tel st'.split(
		' '
	)
);

/** A passage parted into sentences: at full stops, question marks and line breaks. */
export function sentencesOf(tokens: Token[], text: string): Sentence[] {
	const sentences: Sentence[] = [];
	let from = 0;
	const close = (to: number) => {
		const part = tokens.slice(from, to);
		const first = part[0];
		const last = part[part.length - 1];
		if (first && last) sentences.push({ tokens: part, start: first.start, end: last.end });
		from = to;
	};
	const lines = text.includes('\n');
	for (let i = 0; i < tokens.length; i += 1) {
		const token = tokens[i];
		const next = tokens[i + 1];
		if (!token || !next) continue;
		// Only the gap before the next token is looked at: each character once.
		const broken = lines && text.slice(token.end, next.start).includes('\n');
		const stops = token.kind === 'mark' && '.!?…'.includes(token.text);
		if (!broken && !stops) continue;
		const before = tokens[i - 1];
		const short = token.text === '.' && before?.kind === 'word' && SHORT.has(before.lower);
		const begins = startsUpper(next) || next.kind === 'number' || next.kind === 'mark';
		if (broken || (stops && next.spaced && !short && begins)) close(i + 1);
	}
	close(tokens.length);
	return sentences;
}
