// @vitest-environment jsdom
import { areaTableNode, type NewArea } from '#core/area-nodes.ts';
import { areaTablesOf } from '#core/areas.ts';
import { plainText } from '#schema/text.ts';
import { beforeAll, expect, it } from 'vitest';
import { actInAreas } from './support/area-acts.ts';
import { withoutLayout } from './support/desk.ts';
import { countLetters } from './support/letters.ts';
import { simulate } from './support/simulation.ts';

/** Four people with real editors in one follow-up of twelve rows, behind the real gate. */

beforeAll(withoutLayout);

const ROWS = Array.from({ length: 12 }, (_, i): NewArea => ({
	id: `rad-${i}`,
	title: `Område ${i}`,
	measures: [0, 1].map((m) => ({ id: `rad-${i}-${m}`, text: `Åtgärd ${m}`, comments: [''] }))
}));
const START = { type: 'doc', content: [areaTableNode('followUp', 'Uppföljning', ROWS)] };

async function run(seed: number, rough: boolean) {
	const outcome = await simulate(seed, {
		steps: 24,
		undoes: rough,
		guards: true,
		people: 4,
		start: START,
		act: (hand) => actInAreas(hand, rough)
	});
	const what = `seed ${seed}`;
	expect(outcome, what).toMatchObject({ diverged: false, isBehind: false, isValid: true });
	const [table] = areaTablesOf(outcome.text);
	const areas = table?.areas ?? [];
	// A row is whole: one title, its measures with a text each, and an id that no other row has.
	const ids = areas.flatMap((area) => [area.id, ...area.measures.map(({ id }) => id)]);
	expect(new Set(ids).size, what).toBe(ids.length);
	for (const area of areas) {
		const node = outcome.text.content?.[area.path[0] ?? 0]?.content?.[area.path[1] ?? 0];
		expect(
			node?.content?.filter(({ type }) => type === 'areaTitle'),
			what
		).toHaveLength(1);
		for (const { nodes } of area.measures) expect(nodes.text, what).not.toBeNull();
	}
	return { ...outcome, areas };
}

it('[W12] [Y2] 600 runs of four people in twelve rows: none is broken or doubled, and not a letter is missing', async () => {
	let letters = 0;
	for (let seed = 1; seed <= 600; seed += 1) {
		const { areas, text, typed, reordered } = await run(seed, false);
		// Nobody took a row away, so each of the twelve stands there once.
		const known = areas.map(({ id }) => id).filter((id) => id.startsWith('rad-'));
		expect(known.sort(), `seed ${seed}`).toEqual(ROWS.map(({ id }) => id).sort());
		expect(countLetters(plainText(text)), `seed ${seed}`).toEqual(countLetters(typed));
		expect(reordered, `seed ${seed}`).toBe(0);
		letters += typed.length;
	}
	expect(letters).toBeGreaterThan(600 * 12);
}, 300_000);

it('[W12] [Y2] 400 runs more, in which rows are taken away and all is undone and done again', async () => {
	for (let seed = 1; seed <= 400; seed += 1) await run(seed, true);
}, 300_000);
