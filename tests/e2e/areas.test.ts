import { areaTableNode } from '#core/area-nodes.ts';
import { areaTablesOf } from '#core/areas.ts';
import { authority } from '#server/demo/people.ts';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiOf } from './api.ts';
import { launch } from './browser.ts';
import { newReport, roomAt, sectionIn, submit, write } from './report.ts';
import { inState, PATIENCE, proseOf, saved, sectionOf, synced } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const PLAN = 'plan';
const FOLLOW_UP = 'followUp';
const base = () => inject('base');

const TWO = areaTableNode('followUp', 'Vad det blev av', [
	{
		id: 'a',
		title: 'Delaktighet',
		measures: [
			{ id: 'a1', text: 'Elevråd', status: 'started', comments: ['Har börjat.'] },
			{ id: 'a2', text: 'Piloter', comments: [''] }
		]
	},
	{ id: 'b', title: 'Trygghet', measures: [{ id: 'b1', text: 'Fältare', comments: [''] }] }
]);

/** A block of text by its words; in the editor alone, not in the text that stood there before it. */
const block = (page: Page, words: string) =>
	proseOf(page, FOLLOW_UP).locator('p').filter({ hasText: words });

/** The titles and measures of the section as they are stored. */
async function stored(sectionId: string): Promise<string[][]> {
	const { content } = await (await apiOf(base(), 'coordinator')).section(sectionId);
	return areaTablesOf(content).flatMap(({ areas }) =>
		areas.map(({ title, measures }) => [title, ...measures.map(({ text }) => text)])
	);
}

async function prepared(title: string) {
	const report = await newReport(base(), title);
	const { id } = sectionIn(report, FOLLOW_UP);
	await write(base(), id, 'coordinator', { type: 'doc', content: [TWO] });
	return { report, id };
}

test('[Y2] two people write in two rows at once; one moves a row, and the other loses neither caret nor letter', async () => {
	const { report, id } = await prepared('Två i tabellen');
	const { page: one } = await sit(browser, base(), 'coordinator');
	const { page: other } = await sit(browser, base(), 'deputy');
	await Promise.all([one.goto(roomAt(report, FOLLOW_UP)), other.goto(roomAt(report, FOLLOW_UP))]);
	await Promise.all([synced(one, FOLLOW_UP), synced(other, FOLLOW_UP)]);

	await block(one, 'Fältare').click();
	await one.keyboard.press('End');
	await block(other, 'Elevråd').click();
	await other.keyboard.press('End');
	const typing = one.keyboard.type(' i hela kommunen, varje kväll', { delay: 20 });
	await other.keyboard.type(' på alla skolor');
	// The row that the other one writes in goes up, and the measure of this one down.
	await other.keyboard.press('Alt+Shift+ArrowDown');
	// A colleague is typing: the key acts where the click was all the same.
	await block(other, 'Delaktighet').click();
	await other.keyboard.press('Alt+Shift+ArrowDown');
	await typing;
	await one.keyboard.type('!');
	await expect
		.poll(() => stored(id), PATIENCE)
		.toEqual([
			['Trygghet', 'Fältare i hela kommunen, varje kväll!'],
			['Delaktighet', 'Piloter', 'Elevråd på alla skolor']
		]);
	// Both see it so: what was the first area stands below the other.
	for (const page of [one, other])
		await expect
			.poll(async () => {
				const tops = ['Trygghet', 'Delaktighet'].map(async (words) => {
					const box = await block(page, words).boundingBox();
					return box?.y ?? 0;
				});
				const [first = 0, second = 0] = await Promise.all(tops);
				return second - first;
			}, PATIENCE)
			.toBeGreaterThan(50);

	// A status is chosen beside the words, and the area says what its measures come to.
	await other.getByLabel('Status för åtgärd 1').last().selectOption('completed');
	await expect
		.poll(() => proseOf(one, FOLLOW_UP).innerText(), PATIENCE)
		.toMatch(/Området: (Påbörjad|Genomförd)/);
	await saved(other, FOLLOW_UP);
});

test('[Y2] by keyboard alone on a small screen: a plan, an area, two measures, a result of the first; no fault that axe finds', async () => {
	const report = await newReport(base(), 'Bara tangenter');
	const { page } = await sit(browser, base(), 'coordinator', {
		viewport: { width: 390, height: 844 },
		hasTouch: true
	});
	await page.goto(roomAt(report, PLAN));
	await synced(page, PLAN);
	await proseOf(page, PLAN).focus();
	await page.keyboard.type('/plan');
	await page.getByRole('option', { name: 'Plan' }).first().waitFor();
	await page.keyboard.press('Enter');
	await proseOf(page, PLAN).locator('[data-block="areaTitle"]').waitFor();
	const caretIn = (name: string) =>
		expect
			.poll(
				() =>
					page.evaluate(() => {
						const node = getSelection()?.anchorNode;
						const element = node instanceof Element ? node : node?.parentElement;
						return element?.closest('p')?.dataset['block'];
					}),
				PATIENCE
			)
			.toBe(name);
	await caretIn('areaTitle');
	await page.keyboard.type('Delaktighet');
	await page.keyboard.press('Enter');
	await caretIn('measureText');
	await page.keyboard.type('Elevråd');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Piloter');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	const add = page.getByRole('button', { name: /^Lägg till resultat/ });
	const focused = (name: RegExp) =>
		expect
			.poll(() => page.evaluate(() => document.activeElement?.textContent.trim()), PATIENCE)
			.toMatch(name);
	await focused(/^Lägg till resultat/);
	await page.keyboard.press('Enter');
	await page.keyboard.type('Fler hörs');
	await page.keyboard.press('Tab');
	await focused(/^Av alla åtgärder/);
	await page.keyboard.press('Enter');
	// Through the row's menu to the choices would be the long way: they come next but one.
	await page.getByRole('checkbox', { name: '1' }).focus();
	await page.keyboard.press('Space');
	await page.getByRole('button', { name: 'Av åtgärd 1' }).waitFor();
	const { id } = sectionIn(report, PLAN);
	const coordinator = await apiOf(base(), 'coordinator');
	await expect
		.poll(async () => {
			const [table] = areaTablesOf((await coordinator.section(id)).content);
			return table?.areas.map(({ title, measures, results }) => [
				title,
				...measures.map(({ text }) => text),
				...results.map(({ text, measures: from }) => `${text} (${from.join()})`)
			]);
		}, PATIENCE)
		.toEqual([['Delaktighet', 'Elevråd', 'Piloter', 'Fler hörs (1)']]);

	// What is pressed by touch is large enough, and nothing goes off the screen.
	expect((await add.boundingBox())?.height).toBeGreaterThanOrEqual(44);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const axe = await new AxeBuilder({ page })
			.setLegacyMode(true)
			.include(`[data-section-key="${PLAN}"]`)
			.analyze();
		expect(axe.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
	}
});

test('[S3] a table of areas in a locked section is there to be read: no caret, no control', async () => {
	const { report, id } = await prepared('Låst tabell');
	const { page } = await sit(browser, base(), 'coordinator');
	await page.goto(roomAt(report, FOLLOW_UP));
	await synced(page, FOLLOW_UP);
	const controls = proseOf(page, FOLLOW_UP).locator('button, select, input');
	await expect.poll(() => controls.count(), PATIENCE).toBeGreaterThan(0);
	await submit(base(), id, 'coordinator');
	await inState(page, FOLLOW_UP, 'submitted');
	await expect.poll(() => controls.count(), PATIENCE).toBe(0);
	expect(await proseOf(page, FOLLOW_UP).getAttribute('contenteditable')).toBe('false');
	expect(await sectionOf(page, FOLLOW_UP).innerText()).toContain('Området: Påbörjad');
});

test('[A3] a closed department is offered for no further row, and stays where a row names it', async () => {
	const name = 'Avdelningen för lek';
	const { report, id } = await prepared('Stängd förvaltning');
	const { page: administrator } = await sit(browser, base(), 'administrator');
	const organisation = async (act: 'add' | 'close', form: Record<string, string>) => {
		const answer = await administrator.context().request.post(`/settings/organisation?/${act}`, {
			form: { kind: 'department', ...form },
			headers: { origin: base() },
			maxRedirects: 0
		});
		expect(answer.status()).toBe(303);
	};
	await organisation('add', { name, authorityId: authority.id });
	const { page } = await sit(browser, base(), 'coordinator');
	await page.goto(roomAt(report, FOLLOW_UP));
	await synced(page, FOLLOW_UP);
	const facts = (row: number) =>
		page
			.getByRole('button', { name: /^Ändra uppgifter/ })
			.nth(row)
			.click();
	const choice = page.getByRole('checkbox', { name });
	await facts(0);
	await choice.check();
	const named = async () => {
		const { content } = await (await apiOf(base(), 'coordinator')).section(id);
		return areaTablesOf(content).flatMap(({ areas }) => areas.flatMap((a) => a.departments));
	};
	await expect.poll(named, PATIENCE).toHaveLength(1);
	const [departmentId = ''] = await named();
	await organisation('close', { id: departmentId });
	await page.reload();
	await synced(page, FOLLOW_UP);
	await facts(1);
	await page.getByRole('checkbox', { name: 'Socialtjänsten' }).waitFor();
	expect(await choice.count()).toBe(0);
	await page.getByRole('button', { name: 'Klar', exact: true }).click();
	await facts(0);
	// Taken away by mistake, it is put back; taken away for good, it is offered no more.
	await choice.uncheck();
	await choice.check();
	await choice.uncheck();
	await page.getByRole('button', { name: 'Klar', exact: true }).click();
	await facts(0);
	await page.getByRole('checkbox', { name: 'Socialtjänsten' }).waitFor();
	expect(await choice.count()).toBe(0);
});
