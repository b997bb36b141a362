import type { DocNode } from '#core/publication.ts';
import { plainText } from '#schema/text.ts';
import { doc, indicator, p, table } from '#server/demo/write.ts';
import { people, password } from '#server/demo/people.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiOf, emailOf } from './api.ts';
import { launch } from './browser.ts';
import { approve, roomAt, sectionIn, submit, write } from './report.ts';
import {
	caretsIn,
	inState,
	PATIENCE,
	proseOf,
	reads,
	saved,
	sectionOf,
	synced,
	textOf,
	writeParagraph
} from './room.ts';
import { sit } from './sit.ts';
import { wireOf } from './wire.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** What is not typed in the browser: the other required sections, each by who owns it. */
const OTHERS: [string, 'coordinator' | 'education' | 'culture', DocNode][] = [
	['intro', 'coordinator', doc(p('Det här är berättelsen om ett barnbokslut.'))],
	['intro.method', 'coordinator', doc(p('Förvaltningarna skrev var för sig och tillsammans.'))],
	['intro.articles', 'coordinator', doc(p('Artiklarna 2, 3, 6 och 12 bär de andra.'))],
	['summary', 'coordinator', doc(p('Mycket gick bra. Något återstår.'))],
	['figures', 'coordinator', doc(p('Tre nyckeltal räcker för en berättelse.'))],
	[
		'figures.education',
		'education',
		doc(p('Resultaten sjönk.'), indicator('ind-kunskapskrav-alla-amnen'))
	],
	['figures.leisure', 'culture', doc(p('Lånen minskade.'), indicator('ind-barnbokslan'))],
	['current.preconditions', 'coordinator', doc(p('Samordnaren arbetar heltid.'))],
	['units.culture', 'culture', doc(p('Biblioteken höll öppet.'))],
	[
		'plan',
		'coordinator',
		doc(
			table(
				'Plan',
				['Utvecklingsområde', 'Åtgärder', 'Förväntade resultat'],
				[['Frånvaro', 'Ringa hem första dagen', 'Fler i skolan']],
				'plan'
			)
		)
	],
	['appendix', 'coordinator', doc(p('Källor: Kolada och egna uppgifter.'))]
];

/** The coordinator makes the report by the form and shares two sections on its board. */
async function makeReport(coordinator: Page): Promise<string> {
	await coordinator.goto('/reports');
	await coordinator.getByRole('link', { name: 'Ny rapport' }).click();
	await coordinator.getByRole('link', { name: 'Barnbokslut', exact: true }).click();
	await coordinator.getByLabel('Titel').fill('Berättelsens barnbokslut');
	await coordinator.getByLabel('Verksamhetsår').fill('2029');
	await coordinator.getByLabel('Kommunens bokslut').check();
	await coordinator.getByRole('button', { name: 'Skapa rapporten' }).click();
	await coordinator.waitForURL(/\/reports\/[^/]+\/board/);
	const id = /reports\/([^/]+)\/board/.exec(coordinator.url())?.[1] ?? '';
	for (const [name, department] of [
		['Barn och utbildning', 'Socialtjänsten'],
		['Slutsatser', 'Kultur och fritid']
	] as const) {
		await coordinator.getByRole('link', { name: new RegExp(`^Ändra .* ${name}$`) }).click();
		const shared = coordinator.getByRole('group', { name: 'Delas med' });
		await shared.getByRole('checkbox', { name: department }).check();
		await coordinator.getByRole('button', { name: 'Spara' }).click();
		await coordinator.getByText('Avsnittet är ändrat.').waitFor();
	}
	return id;
}

test('[S2] [S3] [A7] [D2] [I5] [L1] [L3] [P1] [P5] three departments and their coordinator write, approve and publish, and a council member reads it', async () => {
	const base = inject('base');
	const { page: coordinator } = await sit(browser, base, 'coordinator');
	const { page: school } = await sit(browser, base, 'education');
	const { page: social } = await sit(browser, base, 'social');
	const { page: culture } = await sit(browser, base, 'culture');
	const wire = await wireOf(social);

	const api = await apiOf(base, 'coordinator');
	const report = await api.report(await makeReport(coordinator));
	const units = sectionIn(report, 'units.education');
	const conclusions = sectionIn(report, 'conclusions');
	const economy = sectionIn(report, 'figures.economy');

	// Four people, two sections, all at once.
	await Promise.all([
		school.goto(roomAt(report, 'units.education')),
		social.goto(roomAt(report, 'units.education')),
		culture.goto(roomAt(report, 'conclusions')),
		coordinator.goto(roomAt(report, 'conclusions'))
	]);
	const places = [
		[school, 'units.education'],
		[social, 'units.education'],
		[culture, 'conclusions'],
		[coordinator, 'conclusions']
	] as const;
	await Promise.all(places.map(([page, key]) => synced(page, key)));
	// Each in a paragraph of their own, which one of the two has made: who presses Enter in the middle
	// of what somebody else is writing parts it, by right.
	await Promise.all(
		[places[0], places[2]].map(async ([page, key]) => {
			await writeParagraph(page, key, 'I korthet:');
			await page.keyboard.press('Enter');
		})
	);
	for (const [page, key] of places)
		await expect.poll(() => textOf(page, key), PATIENCE).toBe('I korthet:\n');
	const words = new Map<Page, string>([
		[school, ' skolan räknade frånvaron varje vecka.'],
		[social, 'Socialtjänsten ringde hem samma dag.'],
		[culture, ' byarna saknar öppna dörrar.'],
		[coordinator, 'Kommunen behöver höra fler barn.']
	]);
	await Promise.all(
		places.map(async ([page, key], i) => {
			const paragraphs = proseOf(page, key).locator('p');
			await (i % 2 === 0 ? paragraphs.first() : paragraphs.last()).click();
			await page.keyboard.press('End');
			await page.keyboard.type(words.get(page) ?? '');
		})
	);
	for (const [page, key] of places)
		for (const [author, written] of places)
			if (written === key) await reads(page, key, words.get(author) ?? '');
	const named = (page: Page, key: string, name: string) =>
		expect.poll(() => caretsIn(page, key), PATIENCE).toContain(name);
	await named(school, 'units.education', people.social.name);
	await named(social, 'units.education', people.education.name);
	await named(culture, 'conclusions', people.coordinator.name);
	await named(coordinator, 'conclusions', people.culture.name);
	await Promise.all(places.map(([page, key]) => saved(page, key)));
	expect(await textOf(school, 'units.education')).toBe(await textOf(social, 'units.education'));
	expect(await textOf(culture, 'conclusions')).toBe(await textOf(coordinator, 'conclusions'));

	// One submits; a colleague whose page does not know it yet goes on writing.
	const before = await textOf(school, 'units.education');
	wire.hold(units.id);
	await sectionOf(school, 'units.education').locator('[data-act=submit]').click();
	await inState(school, 'units.education', 'submitted');
	expect(await proseOf(school, 'units.education').getAttribute('contenteditable')).toBe('false');
	await inState(social, 'units.education', 'draft');
	await social.keyboard.type(' Detta kom för sent.');
	await reads(social, 'units.education', 'Detta kom för sent.');
	wire.release(units.id);
	await inState(social, 'units.education', 'submitted');
	const panel = sectionOf(social, 'units.education').locator('.kept');
	await panel.waitFor(PATIENCE);
	expect(await panel.innerText()).toContain('Detta kom för sent.');
	expect(await panel.innerText()).toContain('Avsnittet är inskickat för godkännande av Jonas');
	await expect.poll(() => textOf(social, 'units.education'), PATIENCE).toBe(before);
	const { items: late } = (await api.get(`sections/${units.id}/late`)) as {
		items: { text: string; author: { name: string } }[];
	};
	expect(late[0]?.author.name).toBe(people.social.name);

	// This year's figure comes, and by the slash menu it comes into the section of its owner.
	await social.goto('/indicators/ind-ekonomiskt-bistand');
	await social.getByLabel('Period').fill('2022');
	await social.getByLabel('Värde', { exact: true }).fill('13,9');
	await social.getByRole('textbox', { name: 'Källa' }).fill('Kolada (U31803)');
	await social.getByRole('button', { name: 'Spara värdet' }).click();
	await social.getByText('Värdet är sparat.').waitFor();
	await social.goto(roomAt(report, 'figures.economy'));
	await synced(social, 'figures.economy');
	await writeParagraph(social, 'figures.economy', 'Fler familjer söker stöd. /nyckel');
	await social.getByRole('option', { name: 'Nyckeltal' }).first().waitFor();
	await social.keyboard.press('Enter');
	await social.getByLabel('Sök nyckeltal').fill('ekonomiskt bistånd');
	await social.keyboard.press('Enter');
	const block = proseOf(social, 'figures.economy').locator('[data-block=indicator], .block');
	await block.first().waitFor(PATIENCE);
	const sentence = 'Andelen barn i familjer med ekonomiskt bistånd';
	await expect.poll(() => block.first().innerText(), PATIENCE).toContain(sentence);
	await saved(social, 'figures.economy');
	await sectionOf(social, 'figures.economy').locator('[data-act=submit]').click();
	await inState(social, 'figures.economy', 'submitted');

	// The coordinator approves what others wrote, and not what she wrote in herself.
	await coordinator.goto(roomAt(report, 'units.education'));
	for (const key of ['units.education', 'figures.economy']) {
		await synced(coordinator, key);
		await sectionOf(coordinator, key).locator('[data-act=approve]').click();
		await inState(coordinator, key, 'approved');
	}
	await sectionOf(coordinator, 'conclusions').scrollIntoViewIfNeeded();
	await synced(coordinator, 'conclusions');
	await sectionOf(coordinator, 'conclusions').locator('[data-act=submit]').click();
	await inState(coordinator, 'conclusions', 'submitted');
	await sectionOf(coordinator, 'conclusions').getByText('Någon annan måste göra det.').waitFor();
	expect(await sectionOf(coordinator, 'conclusions').locator('[data-act=approve]').count()).toBe(0);
	await approve(base, conclusions.id, 'deputy');

	// The rest comes through the sync protocol and the API.
	await write(base, sectionIn(report, 'units.social').id, 'social', doc(p('Stödet kom i tid.')));
	await submit(base, sectionIn(report, 'units.social').id, 'social');
	await approve(base, sectionIn(report, 'units.social').id, 'coordinator');
	for (const [key, person, text] of OTHERS) {
		const { id } = sectionIn(report, key);
		await write(base, id, person, text);
		await submit(base, id, person);
		await approve(base, id, person === 'coordinator' ? 'deputy' : 'coordinator');
	}
	const approved = new Map<string, { hash: string | null; content: DocNode }>();
	for (const { id, key } of report.sections) approved.set(key, await api.section(id));

	await coordinator.goto(`/reports/${report.id}/publish`);
	await coordinator.getByLabel('Beslutande organ').fill('Kommunfullmäktige');
	await coordinator.getByLabel('Beslutsdatum').fill('2026-06-15');
	await coordinator.getByLabel('Paragraf').fill('§ 87');
	await coordinator.getByLabel('Diarienummer').fill('KS 2026/123');
	await coordinator.getByRole('button', { name: 'Publicera' }).click();
	await coordinator.getByText('Utgåva 1 är publicerad').waitFor({ timeout: 120_000 });

	// A council member without JavaScript.
	const { page: member } = await sit(browser, base, null, { javaScriptEnabled: false });
	await member.goto('/login');
	await member.getByLabel('E-postadress').fill(emailOf('councilMember'));
	await member.getByLabel('Lösenord').fill(password);
	await member.getByRole('button', { name: 'Logga in' }).click();
	await member.getByRole('link', { name: 'Berättelsens barnbokslut' }).click();
	await member.waitForURL(`**/r/${report.slug}`);
	const read = (key: string) => member.locator(`[data-section="${key}"]`);
	// Long words may be parted at the end of a line, by a sign that nobody sees.
	const whole = (text: string) => text.replaceAll('\u00ad', '');
	for (const [key, { content }] of approved) {
		const written = plainText(content);
		if (written === '' || (await read(key).count()) === 0) continue;
		// The approved words, all of them and in order; what stands between are the figures.
		const paragraphs = await read(key)
			.locator(':is(p, h3, h4):not([data-block] *)')
			.allTextContents();
		expect(paragraphs.map((text) => whole(text).trim()).filter(Boolean), key).toEqual(
			written.split('\n')
		);
	}
	for (const key of ['units.education', 'figures.economy', 'conclusions', 'plan'])
		expect(await read(key).count(), key).toBe(1);
	expect(whole(await read('units.education').innerText())).toContain(words.get(social));
	expect(await read('units.education').innerText()).not.toContain('för sent');
	const shown = read('figures.economy').locator('[data-block=indicator]');
	const fixed = (await api.get(`sections/${economy.id}`)) as {
		figures: Record<string, { sentence: string }>;
	};
	expect(whole(await shown.locator('.sentence').innerText()).replaceAll('\u00a0', ' ')).toBe(
		fixed.figures['ind-ekonomiskt-bistand']?.sentence.replaceAll('\u00a0', ' ')
	);
	await shown.locator('summary').first().click();
	expect(await shown.locator('table').innerText()).toMatch(/2021\s+14,7\s+2022\s+13,9/);

	// What was approved is what is published, to the hash.
	const editions = (await api.get('editions')) as { items: { id: string; slug: string }[] };
	const edition = editions.items.find(({ slug }) => slug === report.slug);
	const { model } = (await api.get(`editions/${edition?.id ?? ''}`)) as {
		model: { sections: { hash: string; content: { key: string; doc: DocNode } }[] };
	};
	expect(model.sections.length).toBe(OTHERS.length + 4);
	for (const { hash, content } of model.sections) {
		expect(hash, content.key).toBe(approved.get(content.key)?.hash);
		expect(content.doc, content.key).toEqual(approved.get(content.key)?.content);
	}
});
