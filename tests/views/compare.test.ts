import { changesSince } from '#server/views/compare.ts';
import { findEdition } from '#server/store/editions.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { resolve } from 'node:path';
import { by, must, refusalOf } from '../support/act.ts';
import { corrected, keepEdition, modelOf, nextEdition } from '../support/next-edition.ts';

const THEN = 'barnbokslut-2022';
const NOW = 'barnbokslut-2023';

/** The demo with a correction of its edition, and the next year's. */
let app: App;
beforeAll(async () => {
	app = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: 'http://localhost:3000'
	});
	await ensureDemo(app);
	await app.read(async (tx) => {
		const model = await modelOf(tx, THEN, 1);
		must(await keepEdition(tx, corrected(model)));
		must(await keepEdition(tx, nextEdition(model)));
	});
});
afterAll(() => app.close());

const at = (slug: string, number: number | null = null) => ({ slug, number });
const compared = async (edition: ReturnType<typeof at>, other: ReturnType<typeof at> | null) =>
	must(await app.views.editionComparison(null, { edition, other }));
const line = (one: { slug: string; number: number } | undefined) =>
	one ? `${one.slug} ${one.number}` : '';

describe('two editions side by side', () => {
	it('[P3] the natural one is the newest edition of the nearest earlier year', async () => {
		const page = await compared(at(NOW), null);
		expect([line(page.compared?.before), line(page.compared?.after)]).toEqual([
			`${THEN} 2`,
			`${NOW} 1`
		]);
		expect(page.others.map(line)).toEqual([`${THEN} 2`]);
		const { comparison } = page.compared ?? {};
		expect(comparison?.sameReport).toBe(false);
		const { counts } = comparison?.figures ?? {};
		expect([counts?.improved, counts?.added, counts?.gone]).toEqual([1, 0, 0]);
		expect(comparison?.promises).toMatchObject({ kept: { length: 12 }, unanswered: [] });
		const marks = comparison?.sections.map(({ mark }) => mark) ?? [];
		expect(marks.filter((mark) => mark === 'added')).toHaveLength(1);
		expect(marks.filter((mark) => mark === 'removed')).toHaveLength(1);
	});

	it('[P2] else the edition before it of the same report: what the correction changed, with its note', async () => {
		const page = await compared(at(THEN), null);
		expect(page.compared).toMatchObject({
			before: { number: 1 },
			after: { number: 2, note: 'Ett ord och en siffra var fel.' },
			comparison: { sameReport: true, promises: null }
		});
		const { sections, figures } = page.compared?.comparison ?? { sections: [], figures: null };
		expect(sections.filter(({ mark }) => mark === 'changed')).toHaveLength(1);
		expect(figures?.rows.filter(({ whole }) => whole?.hindrances.includes('revised'))).toHaveLength(
			1
		);
	});

	it('[P3] the first edition of all has nothing to be compared with', async () => {
		const page = await compared(at(THEN, 1), null);
		expect(page).toMatchObject({ edition: { number: 1 }, others: [], compared: null });
	});

	it('[P3] whichever is asked for first, the older one comes first', async () => {
		for (const [one, other] of [
			[at(NOW), at(THEN, 1)],
			[at(THEN, 1), at(NOW, 1)]
		] as const) {
			const { compared: found } = await compared(one, other);
			expect([line(found?.before), line(found?.after)]).toEqual([`${THEN} 1`, `${NOW} 1`]);
		}
	});

	it('[A8] an edition that is not there, and the same one twice are not found', async () => {
		for (const [edition, other] of [
			[at('finns-inte'), null],
			[at(NOW), at('finns-inte')],
			[at(NOW, 9), null],
			[at(NOW), at(NOW, 1)]
		] as const)
			expect(refusalOf(await app.views.editionComparison(null, { edition, other })).code).toBe(
				'notFound'
			);
	});
});

describe('what has changed since the edition before', () => {
	const since = async (slug: string, number: number) =>
		app.read(async (tx) => changesSince(tx, await modelOf(tx, slug, number)));

	it('[I4] is counted as the comparison counts it, with the address of all of it', async () => {
		const page = await compared(at(NOW), null);
		const changes = await since(NOW, 1);
		expect(changes).toMatchObject({
			before: { slug: THEN, number: 2 },
			sameReport: false,
			counts: page.compared?.comparison.figures.counts,
			address: `/r/${NOW}/jamfor`
		});
		// Counted once, and the same.
		expect(await since(NOW, 1)).toEqual(changes);
		expect(await since(THEN, 2)).toMatchObject({
			sameReport: true,
			address: `/r/${THEN}/jamfor`
		});
		expect(await since(THEN, 1)).toBeNull();
	});
});

describe('when an edition was taken back', () => {
	it('[P2] it is not shown: the one before it is compared with, and readers are told why', async () => {
		const newest = await app.read((tx) => findEdition(tx, THEN, 2));
		must(
			await app.commands.withdrawForms({
				by: by('coordinator'),
				editionId: newest?.id ?? '',
				forms: ['html'],
				reason: 'Namn på ett barn.'
			})
		);
		const page = await compared(at(NOW), null);
		expect([line(page.compared?.before), page.others.map(line)]).toEqual([
			`${THEN} 1`,
			[`${THEN} 1`]
		]);
		for (const [edition, other] of [
			[at(THEN, 2), null],
			[at(THEN), at(NOW)],
			[at(NOW), at(THEN, 2)]
		] as const)
			expect(refusalOf(await app.views.editionComparison(null, { edition, other }))).toMatchObject({
				code: 'withdrawn',
				reason: 'Namn på ett barn.'
			});
		// Taking back the PDF alone hides nothing of the text.
		const first = await app.read((tx) => findEdition(tx, THEN, 1));
		must(
			await app.commands.withdrawForms({
				by: by('coordinator'),
				editionId: first?.id ?? '',
				forms: ['pdf'],
				reason: 'Fel sidor.'
			})
		);
		expect(line((await compared(at(NOW), null)).compared?.before)).toBe(`${THEN} 1`);
	});
});
