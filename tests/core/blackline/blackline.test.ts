import { blackline } from '#core/blackline/blackline.ts';
import { chunksOf } from '#core/blackline/chunks.ts';
import type { FixedFigure } from '#core/indicator.ts';
import type { DocNode } from '#core/publication.ts';
import { describe, expect, it } from 'vitest';
import { fix } from '../../export/support/edition.ts';
import {
	bold,
	doc,
	h,
	link,
	list,
	p,
	table,
	td,
	text,
	th,
	tr
} from '../../schema/support/documents.ts';
import { figures, indicator, KOLADA, value } from '../../support/figures.ts';
import { between, shown, version, wordsIn, wordsOfVersion } from './versions.ts';

const PARK = 'Vi har byggt en park i söder som barnen själva har ritat.';
const POOL = 'Simhallen är stängd under ombyggnaden, och många saknar den.';

describe('two versions of a section as one text', () => {
	it('[R5] the whole newer text stands in its order, with what was removed where it stood', () => {
		const before = doc(h(1, 'Fritid'), p(PARK), p(POOL), p('Slut.'));
		const after = doc(h(1, 'Fritid'), p(PARK.replace('söder', 'norr')), p('Slut.'), p('Och mer.'));
		const found = between(before, after);
		expect(shown(found)).toEqual([
			'Fritid',
			'changed: Vi har byggt en park i [söder]{norr} som barnen själva har ritat.',
			`removed: [${POOL}]`,
			'Slut.',
			'added: {Och mer.}'
		]);
		expect(found.counts).toMatchObject({ added: 1, removed: 1, changed: 1 });
		expect(found.blocks.map(({ change }) => change?.number ?? 0)).toEqual([0, 1, 2, 0, 3]);
		expect([found.changes, found.same, found.unseen]).toEqual([3, false, false]);
	});

	it('[R5] words that are set otherwise, or lead elsewhere, are told as such', () => {
		const before = doc(p('Se ', text('planen', bold), ' här'), p('Lika'));
		const after = doc(p('Se ', text('planen', link('https://a.se/')), ' här'), p('Lika'));
		const found = between(before, after);
		expect(shown(found)).toEqual(['formed: Se <planen> här', 'Lika']);
		expect(found.blocks[0]?.pieces[1]).toMatchObject({
			set: { bold: false, href: 'https://a.se/' },
			was: { bold: true, href: '' }
		});
		// A new word within bold words is new, and nothing else.
		const grown = between(doc(p(text('alla barn', bold))), doc(p(text('alla små barn', bold))));
		expect(shown(grown)).toEqual(['changed: alla {små }barn']);
	});

	it('[R5] another kind, level, list or line is told where the words are the same', () => {
		const forms = (before: DocNode, after: DocNode) =>
			between(doc(before), doc(after)).blocks.map(({ change, forms }) => ({
				as: change?.what,
				forms
			}));
		expect(forms(p('Om barnens fritid'), h(1, 'Om barnens fritid'))).toEqual([
			{ as: 'formed', forms: [{ what: 'kind', was: 'paragraph', now: 'heading' }] }
		]);
		expect(forms(h(1, 'Fritid'), h(2, 'Fritid'))).toEqual([
			{ as: 'formed', forms: [{ what: 'level', was: 1, now: 2 }] }
		]);
		expect(forms(list('bulletList', [p('En')]), list('orderedList', [p('En')]))).toEqual([
			{ as: 'formed', forms: [{ what: 'list' }] }
		]);
		expect(forms(p('En rad'), p('En', { type: 'hardBreak' }, 'rad'))).toEqual([
			{ as: 'formed', forms: [{ what: 'line' }] }
		]);
		const note = { type: 'footnote', attrs: { text: 'Källan.' } };
		const moved = between(doc(p('En', note, ' rad')), doc(p('En rad', note)));
		expect(moved.blocks.map(({ kind, change }) => [kind, change?.what])).toEqual([
			['paragraph', 'formed'],
			['note', undefined]
		]);
	});

	it('[R5] what was moved says where it stood, and is told once', () => {
		const found = between(doc(p(PARK), p('Två.'), p(POOL)), doc(p('Två.'), p(POOL), p(PARK)));
		const at = found.blocks.find(({ moved }) => moved);
		expect(shown(found)).toEqual(['Två.', POOL, `moved: ${PARK}`]);
		expect(at?.moved).toEqual({ after: '' });
		const back = between(doc(p('Två.'), p(POOL), p(PARK)), doc(p(PARK), p('Två.'), p(POOL)));
		expect(back.blocks.find(({ moved }) => moved)?.moved).toEqual({ after: POOL });
		const long = `${PARK} ${POOL}`;
		const far = between(doc(p('Två.'), p(long), p(PARK)), doc(p(PARK), p('Två.'), p(long)));
		const after = far.blocks.find(({ moved }) => moved)?.moved?.after ?? '';
		expect(after).toMatch(/^Vi har byggt .+ …$/);
		expect(long.startsWith(after.slice(0, -2))).toBe(true);
	});

	it('[R5] tables are told by cell, with rows, columns and cells that are set otherwise', () => {
		const row = (...cells: string[]) => tr(...cells.map((words) => td(words)));
		const head = (...cells: string[]) => tr(...cells.map((words) => th(words)));
		const before = table(
			{ caption: 'Elever' },
			head('Skola', 'Elever'),
			row('Norra skolan', '120'),
			row('Södra skolan', '80'),
			row('Östra skolan', '60')
		);
		const after = table(
			{ caption: 'Elever' },
			head('Skola', 'Elever'),
			row('Norra skolan', '125'),
			tr({ type: 'tableCell', content: [p(text('Östra skolan', bold))] }, td('60')),
			row('Västra skolan', '40')
		);
		const [block] = between(doc(before), doc(after)).blocks;
		expect(block?.change?.what).toBe('changed');
		expect(
			block?.table?.rows.map(({ mark, cells, formed }) => [
				mark,
				cells.map((cell) => cell.map(({ kind, text }) => `${kind} ${text}`).join(', ')),
				formed
			])
		).toEqual([
			['same', ['same Skola', 'same Elever'], []],
			['changed', ['same Norra skolan', 'removed 120, added 125'], []],
			['removed', ['removed Södra skolan', 'removed 80'], []],
			['same', ['same Östra skolan', 'same 60'], [0]],
			['added', ['added Västra skolan', 'added 40'], []]
		]);
		const onlyBold = between(
			doc(table({}, tr({ type: 'tableCell', content: [p(text('Hej', bold))] }))),
			doc(table({}, row('Hej')))
		);
		expect(onlyBold.counts).toMatchObject({ formed: 1, changed: 0 });
		const chart = between(
			doc(before),
			doc({ ...before, attrs: { caption: 'Elever', chart: 'bars' } })
		);
		expect(chart.blocks[0]?.forms).toEqual([{ what: 'table' }]);
	});

	it('[R5] a cell that reaches down leaves no empty cells, and rows with nothing in common are not one', () => {
		const reaching = td('Skola', { rowspan: 2 });
		const before = table(
			{},
			tr(th('Nämnd'), th('Vad')),
			tr(reaching, td('Vuxna')),
			tr(td('Grupper'))
		);
		const after = table(
			{},
			tr(th('Nämnd'), th('Vad'), th('När')),
			tr(reaching, td('Vuxna'), td('')),
			tr(td('Grupper'), td('2025'))
		);
		const rowsOf = (was: DocNode, is: DocNode) =>
			between(doc(was), doc(is)).blocks[0]?.table?.rows ?? [];
		expect(rowsOf(before, after).map(({ reached }) => reached)).toEqual([[], [], [0]]);
		expect(rowsOf(after, before).map(({ reached }) => reached)).toEqual([[], [], [0]]);
		const school = (name: string, n: string) =>
			table({}, tr(td('Norra'), td('1')), tr(td(name), td(n)));
		const marks = (was: DocNode, is: DocNode) => rowsOf(was, is).map(({ mark }) => mark);
		expect(marks(school('Södra', '90'), school('Östra', '40'))).toEqual([
			'same',
			'removed',
			'added'
		]);
		expect(marks(school('Södra', '90'), school('Östra', '90'))).toEqual(['same', 'changed']);
	});

	it('[R5] a row that is longer than the heads keeps its words when columns come', () => {
		const before = doc(table({}, tr(th('')), tr(th(''), th('Norra'))));
		const after = doc(table({}, tr(th(''), th(''), th('')), tr(th('Norra'), th(''))));
		const found = between(before, after);
		expect(wordsIn(found, 'was')).toEqual(wordsOfVersion(before));
		expect(wordsIn(found, 'now')).toEqual(wordsOfVersion(after));
	});

	it('[R5] areas are told as the tables that they are shown as', () => {
		const areas = (status: string, comment: string): DocNode => ({
			type: 'areaTable',
			attrs: { purpose: 'followUp', caption: '' },
			content: [
				{
					type: 'area',
					attrs: { id: 'a', order: 'a', departments: [], articles: [], responsible: '', due: '' },
					content: [
						{ type: 'areaTitle', content: [text('Trygghet')] },
						{
							type: 'measure',
							attrs: { id: 'm', order: 'a', status },
							content: [
								{ type: 'measureText', content: [text('Ringa hem')] },
								{ type: 'measureComment', content: [text(comment)] }
							]
						}
					]
				}
			]
		});
		const found = between(doc(areas('started', 'Inte än')), doc(areas('done', 'Nu alla')));
		const cells = found.blocks[0]?.table?.rows[1]?.cells ?? [];
		expect(cells.map((cell) => cell.some(({ kind }) => kind !== 'same'))).toEqual([
			false, // one measure is not rolled up
			false,
			true,
			true
		]);
	});

	it('[R5] a picture tells that it was replaced, and what is said of it', () => {
		const picture = (image: string, alt: string): DocNode => ({
			type: 'picture',
			attrs: { image, alt, caption: 'En dag' }
		});
		const images = (sha256: string) => ({ type: 'image/png', width: 1, height: 1, sha256 });
		const found = blackline(
			version(doc(picture('a', 'Barn i en park'))),
			version(doc(picture('b', 'Barn i en skog'))),
			{ a: images('1'), b: images('2') }
		);
		expect(found.blocks[0]?.picture).toMatchObject({
			was: 'a',
			now: 'b',
			replaced: true,
			caption: [{ kind: 'same', text: 'En dag' }]
		});
		const copied = blackline(
			version(doc(picture('a', 'Barn'))),
			version(doc(picture('b', 'Barn'))),
			{ a: images('1'), b: images('1') }
		);
		// The same bytes under another id are not seen by anybody.
		expect([copied.changes, copied.unseen]).toEqual([0, true]);
	});

	it('[R5] values of an indicator are told with their periods, also where they came or went', () => {
		const at = (over: FixedFigure) => ({ figures: { [over.figures.indicator.id]: over } });
		const of = (...values: ReturnType<typeof value>[]): FixedFigure =>
			fix(figures(values, { groups: [] }));
		const then = of(value('2020', 14.7), value('2021', 14.9));
		const now = of(value('2020', 14.6), value('2021', 14.9), value('2022', 15.1));
		const id = then.figures.indicator.id;
		const block: DocNode = { type: 'indicator', attrs: { indicator: id } };
		const found = blackline(version(doc(block), at(then)), version(doc(block), at(now)));
		expect(found.counts.figures).toBe(1);
		const [change] = found.blocks[0]?.figures ?? [];
		expect(
			change?.values.map(({ period, was, now: is }) => [period, was?.value, is?.value])
		).toEqual([
			['2020', 14.7, 14.6],
			['2022', undefined, 15.1]
		]);
		expect(change?.sentence.length).toBeGreaterThan(0);
		expect(blackline(version(doc(block), at(then)), version(doc(block), at(then))).same).toBe(true);
		const added = blackline(version(doc()), version(doc(block), at(now))).blocks[0];
		expect(added?.figures[0]).toMatchObject({ was: null, latest: { now: { value: 15.1 } } });
		const redefined = blackline(
			version(doc(block), at(then)),
			version(doc(block), at(fix({ ...then.figures, indicator: indicator({ definition: 'Ny.' }) })))
		);
		expect(redefined.blocks[0]?.figures[0]?.said).toEqual(['definition']);
		// A source that was read again has another day, and no more.
		const again = fix({
			...then.figures,
			values: then.figures.values.map((one) => ({
				...one,
				source: { ...KOLADA, at: KOLADA.at + 1 }
			}))
		});
		expect(
			blackline(version(doc(block), at(then)), version(doc(block), at(again))).blocks[0]?.figures[0]
				?.said
		).toEqual(['rest']);
	});

	it('[R5] what a summary counts otherwise stands with it', () => {
		const one = fix(figures([value('2021', 1)]));
		const id = one.figures.indicator.id;
		const summary = doc({ type: 'indicatorSummary' });
		const found = blackline(
			version(summary),
			version(summary, { counted: [id], figures: { [id]: one } })
		);
		expect(found.blocks[0]).toMatchObject({
			change: { what: 'figures' },
			figures: [{ id, was: null, latest: { now: { value: 1 } } }]
		});
	});

	it('[R5] title, number, owner and articles are told above the text', () => {
		const found = blackline(
			version(doc(p('Lika'))),
			version(doc(p('Lika')), {
				title: 'Nytt avsnitt',
				number: '2',
				articles: [3],
				department: 'Skola'
			})
		);
		expect(found.head).toMatchObject({
			number: { was: '1', now: '2' },
			department: { was: null, now: 'Skola' },
			articles: { was: [], now: [3] },
			change: 1
		});
		expect(found.counts).toMatchObject({ about: 1, changed: 0 });
	});

	it('[R5] what no reader sees is said to differ, without a change to go to', () => {
		const found = between(doc(p('Lika')), doc(p('Lika'), p()));
		expect([found.same, found.changes, found.unseen]).toEqual([false, 0, true]);
	});

	it('[R5] what is the same can be folded; the heading above a change stays', () => {
		const many = Array.from({ length: 5 }, (_, i) => p(`Stycke ${i}`));
		const found = between(
			doc(...many, h(1, 'Rubrik'), p(PARK)),
			doc(...many, h(1, 'Rubrik'), p(PARK), list('bulletList', [p('Ny')], [p('Punkt')]))
		);
		expect(
			chunksOf(found.blocks).map(({ same, blocks, groups }) => [
				same,
				blocks,
				groups.map(({ within }) => within)
			])
		).toEqual([
			[true, 5, [null, null, null, null, null]],
			[false, 1, [null]],
			[true, 1, [null]],
			[false, 2, ['list']]
		]);
	});
});
