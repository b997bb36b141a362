import { password } from '#server/demo/people.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiOf, emailOf } from './api.ts';
import { launch } from './browser.ts';
import { newReport } from './report.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

async function signIn(page: Page, email: string, secret: string): Promise<void> {
	await page.getByLabel('E-postadress').fill(email);
	await page.getByLabel('Lösenord').fill(secret);
	await page.getByRole('button', { name: 'Logga in' }).click();
}

test('[U2] a wrong password and an unknown account get the same words, and the address stays typed', async () => {
	const { page } = await sit(browser, inject('base'), null);
	const answers: string[] = [];
	for (const email of [emailOf('education'), 'ingen@demo.example']) {
		await page.goto('/login');
		await signIn(page, email, 'fel lösenord');
		answers.push(await page.getByRole('alert').innerText());
		expect(await page.getByLabel('E-postadress').inputValue()).toBe(email);
		expect(await page.getByLabel('Lösenord').inputValue()).toBe('');
	}
	expect(answers[0]).toContain('E-postadressen och lösenordet hör inte ihop.');
	expect(answers[1]).toBe(answers[0]);
});

test('[A5] who is not signed in comes to the login page and back to the page that was asked for', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Vägen tillbaka');
	const { page } = await sit(browser, base, null);
	await page.goto(`/reports/${report.id}/board?state=draft`);
	expect(new URL(page.url()).pathname).toBe('/login');
	const why = page.getByText('Sidan du ville till kräver att du är inloggad.');
	expect(await why.count()).toBe(1);
	await signIn(page, emailOf('coordinator'), 'fel lösenord');
	await page.getByRole('alert').waitFor();
	expect(await why.count()).toBe(0);
	await page.goto('/login');
	expect(await why.count()).toBe(0);
	await page.goto(`/reports/${report.id}/board?state=draft`);
	await signIn(page, emailOf('coordinator'), password);
	await page.getByRole('heading', { level: 1, name: 'Översikt' }).waitFor();
	const { pathname, search } = new URL(page.url());
	expect(pathname + search).toBe(`/reports/${report.id}/board?state=draft`);
	// Away to another site it does not lead.
	await page.getByRole('button', { name: /^Jag/ }).click();
	await page.getByRole('button', { name: 'Logga ut' }).click();
	await page.waitForURL(`${base}/`);
	await page.goto('/login?next=//elsewhere.example/');
	await signIn(page, emailOf('coordinator'), password);
	await page.waitForURL(`${base}/`);
});

test('[A5] [A8] for a council member what is not published does not exist', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Inte än');
	const { page } = await sit(browser, base, 'councilMember');
	for (const rest of ['', '/board', '/checks', '/audit', '/publish']) {
		const answer = await page.goto(`/reports/${report.id}${rest}`);
		const nothing = await page.goto(`/reports/finns-inte${rest}`);
		expect(answer?.status(), rest).toBe(404);
		expect(nothing?.status(), rest).toBe(404);
		expect(await page.locator('main').innerText()).toContain('Sidan finns inte');
	}
	await page.goto('/');
	expect(await page.locator('body').innerText()).not.toContain('Inte än');
	const api = await apiOf(base, 'councilMember');
	await expect(api.get(`reports/${report.id}`)).rejects.toThrow('404');
});

test('[U1] after signing out the pages of work are closed, in every window of the browser', async () => {
	const { page, context } = await sit(browser, inject('base'), 'culture');
	await page.goto('/reports');
	const other = await context.newPage();
	await other.goto('/reports');
	await page.getByRole('button', { name: /^Jag/ }).click();
	await page.getByRole('button', { name: 'Logga ut' }).click();
	await page.getByRole('link', { name: 'Logga in' }).waitFor();
	await other.goto('/indicators');
	expect(new URL(other.url()).pathname).toBe('/login');
});
