import type { ReadSection } from './checked.ts';
import type { Finding } from './finding.ts';
import { formatNumber } from '../format.ts';
import { inText, type Passage } from './passage.ts';
import { isPeople } from './people-words.ts';
import type { Token } from './tokens.ts';

/** C4: how numbers are written. Quotations are left alone: their style is their speaker's. */

const plain = (token: Token): boolean => token.number?.role === 'plain';

/** A number with a decimal comma somewhere in the section, to show beside one with a point. */
function commaIn(section: ReadSection): string {
	for (const passage of section.passages)
		for (const token of passage.tokens)
			if (plain(token) && token.number?.decimalSign === ',') return token.text;
	return '';
}

/** What may follow a number of five digits and more that is a size and no code. */
const SIZES = /^(?:kr|kronor|invånare|personer|timmar|lån|besök|böcker|st)$/;

function inPassage(section: ReadSection, passage: Passage, comma: string): Finding[] {
	const found: Finding[] = [];
	const { tokens } = passage;
	for (const [i, token] of tokens.entries()) {
		const number = token.number;
		const next = tokens[i + 1];
		const at: [Token, Token] = [token, token];
		if (!number) continue;
		const say = (code: Parameters<typeof inText>[0], params: Record<string, string>, to = token) =>
			found.push(inText(code, section.sectionId, passage, [token, to], params));
		if (number.role === 'plain' && number.decimalSign === '.')
			say('decimalPoint', {
				written: token.text,
				right: token.text.replace('.', ','),
				beside: comma
			});
		if (number.percent === 'tight' && next)
			say('percentTight', { written: `${token.text}%`, right: `${token.text}\u00a0%` }, next);
		const wholeCell = passage.table !== null && i === 1;
		const minus = number.sign === '-' || (number.sign === '–' && wholeCell);
		if (minus && number.role === 'plain' && (i === 1 || !tokens[i - 2]?.number))
			found.push(
				inText('hyphenMinus', section.sectionId, passage, [tokens[i - 1] ?? token, at[1]], {
					written: number.sign + token.text,
					right: `\u2212${token.text}`
				})
			);
		const sized =
			next?.kind === 'word' && (SIZES.test(next.lower) || isPeople(next.lower)) && next.spaced;
		const long = number.grouping === '' && number.decimals === 0 && number.value >= 10_000;
		if (number.role === 'plain' && (number.grouping === 'point' || (long && sized)))
			say('thousands', { written: token.text, right: formatNumber(number.value, 0, 'sv') });
	}
	return found;
}

/** Decimal points, `58%`, hyphens for minus, and thousands written in other ways (C4). */
export function numberStyle(section: ReadSection): Finding[] {
	const comma = commaIn(section);
	return section.passages
		.filter((p) => !p.quoted && p.where !== 'source')
		.flatMap((passage) => inPassage(section, passage, comma));
}
