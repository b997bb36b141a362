import { areaTableNode } from '#core/area-nodes.ts';
import type { DocNode, TakenIn } from '#core/publication.ts';
import { countTakenIn, inRollUpOrder, rollUpsIn, shownOf, takenInOf } from '#core/taken-in.ts';
import { canonicalJson, hashOf } from '#schema/content.ts';
import { expect, test } from 'vitest';
import { demoEdition, edition, section } from '../export/support/edition.ts';
import { block, doc, p } from '../export/support/page.ts';
import { figures, value } from '../support/figures.ts';
import { mulberry } from '../support/random.ts';

const plan = (caption: string, title = 'Område'): DocNode =>
	areaTableNode('plan', caption, [
		{ id: `${caption}-1`, title, departments: ['d1'], measures: [{ id: 'm', text: 'Åtgärd' }] }
	]);

const departments = [
	{ id: 'd0', name: 'Vuxen', abbreviation: 'V' },
	{ id: 'd1', name: 'Barn och unga', abbreviation: 'BOU' }
];

test('[Y6] the demo’s edition gives its plans, follow-ups and figures, each as it was approved', () => {
	const model = demoEdition();
	const taken = takenInOf(model, hashOf(model));
	const whole = canonicalJson(model);
	expect(taken.tables.length).toBeGreaterThan(0);
	for (const { table } of taken.tables) expect(whole).toContain(canonicalJson(table));
	for (const figure of taken.figures) expect(whole).toContain(canonicalJson(figure));
	const ids = taken.figures.map(({ figures: f }) => f.indicator.id);
	const shown = new Set(model.sections.flatMap(({ content }) => Object.keys(content.figures)));
	expect(new Set(ids)).toEqual(shown);
	expect(ids).toHaveLength(shown.size);
	expect(countTakenIn(taken)).toMatchObject({ figures: shown.size });
});

test('[Y6] whatever an edition holds, what is taken in are its parts to the byte, each once', () => {
	for (let seed = 1; seed <= 60; seed += 1) {
		const random = mulberry(seed);
		const pick = <T>(...all: T[]): T => all[Math.floor(random() * all.length)] as T;
		const sections = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, i) => {
			const blocks = Array.from({ length: Math.floor(random() * 5) }, (_, n): DocNode => {
				const caption = `t${i}${n}`;
				return pick<() => DocNode>(
					() => p(`text ${caption}`),
					() => plan(caption),
					() => ({ ...plan(caption), attrs: { purpose: 'followUp', caption } }),
					() => block(pick('a', 'b')),
					() => ({ type: 'callout', content: [p('ruta')] }),
					() => ({ type: 'areaTable', attrs: { purpose: 'plan', caption }, content: [] })
				)();
			});
			const known = ['a', 'b'].map((id) =>
				figures([value('2022', i + 1)], { indicator: { id, key: id } })
			);
			return section({ key: `s${i}`, doc: doc(...blocks), departments }, known);
		});
		const model = edition(sections);
		const before = canonicalJson(model);
		const { tables, figures: found } = takenInOf(model, 'hash');
		expect(canonicalJson(model)).toBe(before);
		const expected = model.sections.flatMap(({ content }) =>
			(content.doc.content ?? [])
				.filter((node) => node.type === 'areaTable' && (node.content ?? []).length > 0)
				.map((node) => [content.key, canonicalJson(node)])
		);
		expect(
			tables.map((t) => [t.section.key, canonicalJson(t.table)]),
			`seed ${seed}`
		).toEqual(expected);
		for (const one of tables) expect(one.departments.map(({ id }) => id)).toEqual(['d1']);
		const first = new Map<string, string>();
		for (const { content } of model.sections)
			for (const node of content.doc.content ?? []) {
				const id = String(node.attrs?.['indicator']);
				const fixed = content.figures[id];
				if (node.type === 'indicator' && fixed && !first.has(id))
					first.set(id, canonicalJson(fixed));
			}
		expect(
			found.map((f) => canonicalJson(f)),
			`seed ${seed}`
		).toEqual([...first.values()]);
	}
});

test('[Y6] what an edition had taken in itself is not passed on', () => {
	const inner = takenInOf(
		edition([section({ key: 'a', doc: doc(plan('Från en annan')) }, [])]),
		'x'
	);
	const outer = section(
		{ key: 'b', doc: doc({ type: 'rollUp', attrs: { shows: 'plan' } }), takenIn: [inner] },
		[]
	);
	expect(takenInOf(edition([outer]), 'y')).toMatchObject({ tables: [], figures: [] });
});

test('[Y6] a section keeps of it what its blocks show', () => {
	const model = edition([
		section(
			{
				key: 'a',
				doc: doc(
					plan('P'),
					{ ...plan('F'), attrs: { purpose: 'followUp', caption: 'F' } },
					block('a')
				)
			},
			[figures([value('2022', 1)], { indicator: { id: 'a', key: 'a' } })]
		)
	]);
	const taken = takenInOf(model, 'h');
	const shows = (...blocks: string[]) => {
		const shown = shownOf(
			taken,
			rollUpsIn(doc(...blocks.map((shows) => ({ type: 'rollUp', attrs: { shows } }))))
		);
		return [shown.tables.map(({ table }) => table.attrs?.['caption']), shown.figures.length];
	};
	expect(shows()).toEqual([[], 0]);
	expect(shows('plan')).toEqual([['P'], 0]);
	expect(shows('followUp')).toEqual([['F'], 0]);
	expect(shows('figures', 'plan')).toEqual([['P'], 1]);
	expect(shows('något annat')).toEqual([['P'], 0]);
});

test('[Y6] boards stand in the order of the alphabet, then of years', () => {
	const of = (authority: string, reportYear: number): TakenIn => ({
		...takenInOf(edition([]), ''),
		authority,
		reportYear
	});
	const sorted = inRollUpOrder([
		of('Äldrenämnden', 2022),
		of('Socialnämnden', 2023),
		of('Socialnämnden', 2022),
		of('Barnnämnden', 2022)
	]);
	expect(sorted.map((t) => `${t.authority} ${t.reportYear}`)).toEqual([
		'Barnnämnden 2022',
		'Socialnämnden 2022',
		'Socialnämnden 2023',
		'Äldrenämnden 2022'
	]);
});
