import { afterAll, beforeAll, expect, test } from 'vitest';
import { asObject, asText, type JsonObject } from './json-schema.ts';
import { startWorld, type World } from './world.ts';

/** The card of a number, as a section shows it. */

const KEY = 'figures.education';
let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const cardOf = async (indicator: string, headers: Record<string, string> = {}) => {
	const { id } = await world.section(KEY);
	return world.as('education', 'GET', `/sections/${id}/figures/${indicator}`, { headers });
};
const lines = (body: JsonObject | null, kind: string): string[] => {
	const rows = (body?.['rows'] ?? []) as { kind: string; lines: string[] }[];
	return rows.find((row) => row.kind === kind)?.lines ?? [];
};

/** An indicator that the section shows. */
async function shown(): Promise<string> {
	const { id } = await world.bring(KEY, 'submitted');
	const { body } = await world.as('education', 'GET', `/sections/${id}`);
	await world.bring(KEY, 'draft');
	return Object.keys(asObject(body?.['figures'] ?? null))[0] ?? '';
}

test('[I8] it tells where the number comes from and where it is shown, in the reader’s language', async () => {
	const indicator = await shown();
	const { status, body } = await cardOf(indicator);
	expect(status).toBe(200);
	expect(asObject(body?.['indicator'] ?? null)['id']).toBe(indicator);
	expect(body?.['isFixed']).toBe(false);
	expect(lines(body, 'source').join()).toMatch(/: Exempelkommun /);
	const uses = body?.['uses'] as JsonObject[];
	expect(uses.map((use) => asText(use['sectionKey']))).toContain(KEY);
	const english = await cardOf(indicator, { 'accept-language': 'en' });
	expect(lines(english.body, 'unit').join()).toMatch(/figure is desirable|No wished direction/);
});

test('[I5] [I6] of a locked section it tells what was fixed, however the figures go on', async () => {
	const indicator = await shown();
	await world.bring(KEY, 'submitted');
	const before = lines((await cardOf(indicator)).body, 'source');
	const { body } = await world.as('education', 'GET', `/indicators/${indicator}`);
	const json = {
		version: body?.['version'],
		values: [{ period: '2023', value: 1.5, source: 'En helt ny källa' }]
	};
	const put = await world.as('education', 'PUT', `/indicators/${indicator}/values`, { json });
	expect(put.status).toBe(200);
	const locked = await cardOf(indicator);
	expect(locked.body?.['isFixed']).toBe(true);
	expect(lines(locked.body, 'source')).toEqual(before);
	await world.bring(KEY, 'draft');
	expect(lines((await cardOf(indicator)).body, 'source').join()).toContain('En helt ny källa');
});

test('[A8] an indicator that is not there, or that a locked section does not show, does not exist', async () => {
	expect((await cardOf('ind-finns-inte')).status).toBe(404);
	await world.bring(KEY, 'submitted');
	// Shown by the section about safety alone.
	expect((await cardOf('ind-hog-franvaro')).status).toBe(404);
	await world.bring(KEY, 'draft');
	expect((await cardOf('ind-hog-franvaro')).status).toBe(200);
});
