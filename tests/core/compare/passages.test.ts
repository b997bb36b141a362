import type { DocNode } from '#core/publication.ts';
import { a, b, doc, h, list, p, quote, table } from '#server/demo/write.ts';
import { describe, expect, it } from 'vitest';
import { compare, LIBRARY, made, one, PARK, POOL, shown, steps } from './models.ts';

describe('passages of a section', () => {
	it('[P3] a changed word is seen in its paragraph, the others stay', () => {
		const found = one([PARK, LIBRARY, POOL], [PARK, LIBRARY.replace('lördagar', 'söndagar'), POOL]);
		expect(steps(found)).toEqual(['same 0>0', 'changed 1>1', 'same 2>2']);
		expect(shown(found)[1]).toBe('Biblioteket har öppet på [lördagar]{söndagar} sedan i våras.');
		expect(found.mark).toBe('changed');
	});

	it('[P3] a moved paragraph is moved, also when it was changed a little', () => {
		expect(steps(one([PARK, LIBRARY, POOL], [LIBRARY, POOL, PARK]))).toEqual([
			'same 1>0',
			'same 2>1',
			'same moved 0>2'
		]);
		const changed = one([PARK, LIBRARY, POOL], [LIBRARY, POOL, PARK.replace('söder', 'norr')]);
		expect(steps(changed)[2]).toBe('changed moved 0>2');
		// Short words are not known again.
		expect(steps(one(['Ja.', LIBRARY, POOL], [LIBRARY, POOL, 'Ja.']))).toContain('removed 0>-');
	});

	it('[P3] a text that is written anew says so', () => {
		const found = one([PARK], ['Ingenting av det vi skrev då gäller längre.']);
		expect([found.rewritten, steps(found)]).toEqual([true, ['removed 0>-', 'added ->0']]);
		expect(one([PARK], []).rewritten).toBe(false);
	});

	it('[P3] headings, lists, quotations and their sources are told apart', () => {
		const text = (year: string) =>
			doc(h('Fritid'), p(PARK), list(LIBRARY, POOL), quote(`Flicka, ${year}`, 'Vi vill bada.'));
		const found = one(text('2022'), text('2023'));
		expect(found.passages.map(({ kind }) => kind)).toEqual([
			'heading',
			'paragraph',
			'item',
			'item',
			'quote',
			'quoteSource'
		]);
		expect(shown(found)[5]).toBe('Flicka, [2022]{2023}');
		expect(one(text('2022'), text('2022')).mark).toBe('same');
	});

	it('[P3] where no word but something else is changed, that is said', () => {
		const link = (href: string) => doc(p('Läs ', a('mer', href)));
		const found = one(link('https://a.example/'), link('https://b.example/'));
		expect([found.mark, found.formOnly]).toEqual(['changed', true]);
		expect(one(doc(p('Fet')), doc(p(b('Fet')))).formOnly).toBe(true);
	});

	it('[P3] another picture is told, also where its words are the same', () => {
		const picture = (image: string): DocNode => ({
			type: 'picture',
			attrs: { image, alt: 'En park', caption: '' }
		});
		const images = (sha256: string) => ({
			images: {
				x: { type: 'image/png', width: 1, height: 1, sha256 },
				y: { type: 'image/png', width: 1, height: 1, sha256: 'aa' }
			}
		});
		const model = (image: string, sha: string) =>
			made([{ key: 's', doc: doc(p(PARK), picture(image)) }], 2022, [], images(sha));
		expect(compare(model('x', 'aa'), model('y', 'aa'))[0]?.passages[1]?.mark).toBe('same');
		expect(compare(model('x', 'aa'), model('x', 'bb'))[0]?.passages[1]).toMatchObject({
			mark: 'changed',
			replaced: true
		});
	});
});

describe('tables', () => {
	const rows = [
		['Norra', '12'],
		['Södra', '15'],
		['Östra', '9']
	];
	const of = (some: string[][], head = ['Skola', 'Elever']): DocNode =>
		doc(table('Elever', head, some));
	const marks = (before: DocNode, after: DocNode) =>
		one(before, after).passages[0]?.table?.rows.map(({ mark }) => mark);

	it('[P3] are compared cell by cell, whatever rows come and go', () => {
		const changed = rows.map(([name = '', n = '']) => [name, name === 'Södra' ? '16' : n]);
		expect(marks(of(rows), of(changed))).toEqual(['same', 'same', 'changed', 'same']);
		const [, , row] = one(of(rows), of(changed)).passages[0]?.table?.rows ?? [];
		expect(row?.cells[1]).toEqual([
			{ kind: 'removed', text: '15' },
			{ kind: 'added', text: '16' }
		]);
		expect(marks(of(rows), of([['Västra', '20'], ...changed]))).toEqual([
			'same',
			'added',
			'same',
			'changed',
			'same'
		]);
		expect(marks(of(rows), of(rows.slice(1)))).toEqual(['same', 'removed', 'same', 'same']);
	});

	it('[P3] tell another source and another caption', () => {
		const from = (source: string): DocNode => {
			const one = table('Elever', ['Skola', 'Elever'], rows);
			return doc({ ...one, attrs: { ...one.attrs, source } });
		};
		const found = one(from('Skolverket'), from('Egen räkning')).passages[0];
		expect([found?.mark, found?.table?.source.map(({ text }) => text)]).toEqual([
			'changed',
			['Källa: ', 'Skolverket', 'Egen räkning']
		]);
		const renamed = one(of(rows), doc(table('Barn', ['Skola', 'Elever'], rows))).passages[0];
		expect(renamed?.table?.caption.map(({ kind }) => kind)).toEqual(['removed', 'added']);
	});

	it('[P3] with a column more are compared cell by cell, and the column is told', () => {
		const wide = of(
			rows.map((row) => [...row, '1']),
			['Skola', 'Elever', 'Lärare']
		);
		for (const [was, now, mark] of [
			[of(rows), wide, 'added'],
			[wide, of(rows), 'removed']
		] as const) {
			const found = one(was, now).passages[0]?.table;
			expect(found?.reshaped).toBe(false);
			expect(found?.columns).toEqual(['same', 'same', mark]);
			expect(found?.rows).toHaveLength(rows.length + 1);
			expect(found?.rows.at(-1)?.cells.map((cell) => cell.map(({ kind }) => kind))).toEqual([
				['same'],
				['same'],
				[mark]
			]);
		}
	});
	it('[P3] of other columns stand whole beside each other', () => {
		const wide = of(
			rows.map((row) => [...row, '1']),
			['Enhet', 'Antal', 'Lärare']
		);
		const found = one(of(rows), wide).passages[0]?.table;
		expect(found?.reshaped).toBe(true);
		expect(found?.rows.map(({ mark }) => mark)).toEqual([
			...Array<string>(4).fill('removed'),
			...Array<string>(4).fill('added')
		]);
	});
});
