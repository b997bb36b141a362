import { foldPassages, foldRows, foldSegments } from '#core/compare/fold.ts';
import { passagesOf } from '#core/compare/passages.ts';
import type { DocNode } from '#core/publication.ts';
import { doc, h, p, table } from '#server/demo/write.ts';
import { describe, expect, it } from 'vitest';
import { LIBRARY, made, one, PARK, POOL } from './models.ts';

describe('what is shown of it', () => {
	it('[P5] unchanged passages are folded, the heading above a change is not', () => {
		const found = one(
			doc(h('Först'), p(PARK), h('Sedan'), p(LIBRARY), p(POOL), p('Slut.')),
			doc(h('Först'), p(PARK), h('Sedan'), p(LIBRARY), p(`${POOL} Tyvärr.`), p('Slut.'))
		);
		expect(foldPassages(found.passages).map((x) => ('same' in x ? x.same : x.shown.kind))).toEqual([
			2,
			'heading',
			1,
			'paragraph',
			1
		]);
	});

	it('[P5] long unchanged stretches of a passage are folded, and short ones are not', () => {
		const words = (n: number) => Array.from({ length: n }, (_, i) => `ord${i}`).join(' ');
		const folded = foldSegments([
			{ kind: 'same', text: `${words(50)} ` },
			{ kind: 'added', text: 'nytt ' },
			{ kind: 'same', text: words(12) }
		]);
		expect(folded.map((s) => (s.kind === 'folded' ? s.words : s.text.split(' ').length))).toEqual([
			40, 11, 2, 12
		]);
		expect(foldSegments([{ kind: 'same', text: words(99) }])).toHaveLength(1);
	});

	it('[P5] rows of a table are folded, its headers are not', () => {
		const of = (n: string): DocNode =>
			doc(
				table(
					'T',
					['A', 'B'],
					[
						['a', '1'],
						['b', '2'],
						['c', n],
						['d', '4']
					]
				)
			);
		const rows = one(of('3'), of('5')).passages[0]?.table?.rows ?? [];
		expect(foldRows(rows).map((x) => ('same' in x ? x.same : x.shown.mark))).toEqual([
			'same',
			2,
			'changed',
			'same'
		]);
	});

	it('[P3] passages are what the section holds, without those that say nothing', () => {
		const [section] = made([
			{ key: 's', doc: doc(p(), p(PARK), table('', ['', ''], [])) }
		]).sections;
		expect(section && passagesOf(section.content, {}).map(({ text }) => text)).toEqual([PARK]);
	});
});
