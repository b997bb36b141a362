import { expect, it } from 'vitest';
import { FINDINGS } from '#core/checks/finding.ts';
import { tokensOf } from '#core/checks/tokens.ts';
import type { DocNode } from '#core/publication.ts';
import { mulberry } from '../../support/random.ts';
import { check, h, link, p, picture, quote, table } from './make.ts';

/** Texts of no sense: whatever stands in a section, the checks end and point into it. */

const BITS =
	'3 26 elever 100 % 58% av varav 1 000 2.5 11,8 -3 – ( ) . , : / 2019 2022 2020/21 ÅÅ KAA HBTQi HBQTi (KAA) barn per lärare så hög som möjligt önskvärd riket liknande kommuner procentenheter 811218-9876 070-123 45 67 a.b@c.se www.x.se § artikel dnr 2024/001 Åsens skola placerade frånvaro minst mer än totalt 🙂 é ﬁ < > .. * \n'.split(
		' '
	);
const CELLS =
	'3|26|..|<5|58 %|100 %|14.7|–||Totalt|Flickor|Antal elever|2022|varav nya|text|-4|9 999'.split(
		'|'
	);

const pick = <T>(random: () => number, all: readonly T[]): T =>
	all[Math.floor(random() * all.length)] as T;

function words(random: () => number): string {
	const count = Math.floor(random() * 30);
	const gap = () => (random() < 0.15 ? '' : random() < 0.1 ? '\u00a0' : ' ');
	return Array.from({ length: count }, () => pick(random, BITS) + gap()).join('');
}

function anything(random: () => number): DocNode {
	const dice = random();
	if (dice < 0.5) return p(words(random));
	if (dice < 0.6) return h(words(random), random() < 0.5 ? 1 : 2);
	if (dice < 0.7) return quote(words(random));
	if (dice < 0.75) return link(words(random), 'https://www.exempel.se/');
	if (dice < 0.8) return picture(words(random));
	const width = 1 + Math.floor(random() * 5);
	const line = () => Array.from({ length: width }, () => pick(random, CELLS)).join('|');
	const grid = table(words(random), ...Array.from({ length: Math.floor(random() * 6) }, line));
	for (const row of grid.content ?? [])
		for (const cell of row.content ?? [])
			if (cell.attrs && random() < 0.1) {
				cell.attrs['rowspan'] = 1 + Math.floor(random() * 4);
				cell.attrs['colspan'] = 1 + Math.floor(random() * 4);
			}
	return grid;
}

const nodeAt = (doc: DocNode[], path: number[]): DocNode | undefined =>
	path.slice(1).reduce<DocNode | undefined>((node, i) => node?.content?.[i], doc[path[0] ?? -1]);

const textOf = (node: DocNode | undefined): string =>
	(node?.content ?? []).map((n) => n.text ?? '').join('');

it('[C1] whatever a section holds, each finding points into it and its words stand there', () => {
	for (let seed = 1; seed <= 400; seed += 1) {
		const random = mulberry(seed);
		const doc = Array.from({ length: 1 + Math.floor(random() * 8) }, () => anything(random));
		for (const f of check(doc)) {
			const where = `seed ${seed}: ${f.code} at ${f.place.path.join()}`;
			const node = nodeAt(doc, f.place.path);
			expect(node, where).toBeDefined();
			expect(f.severity, where).toBe(FINDINGS[f.code].severity);
			const { from, to } = f.place;
			if (from === null || to === null) continue;
			const text = textOf(node);
			expect(from >= 0 && from <= to && to <= text.length, where).toBe(true);
			const said = f.params['written'];
			const literal = [
				'decimalPoint',
				'percentTight',
				'personalNumber',
				'unexplained',
				'telephone'
			];
			if (said !== undefined && literal.includes(f.code))
				expect(text.slice(from, to), where).toBe(said);
		}
	}
});

it('[C1] the words of a text are those of the text, none lost and none twice', () => {
	for (let seed = 1; seed <= 400; seed += 1) {
		const text = words(mulberry(seed));
		let at = 0;
		for (const token of tokensOf(text)) {
			expect(text.slice(at, token.start).trim(), `seed ${seed}`).toBe('');
			expect(text.slice(token.start, token.end), `seed ${seed}`).toBe(token.text);
			at = token.end;
		}
		expect(text.slice(at).trim(), `seed ${seed}`).toBe('');
	}
});
