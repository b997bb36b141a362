import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** The writing room as a person sees and uses it. */

/** How long a page may take until it shows what it must; a busy machine is no failure. */
export const PATIENCE = { timeout: 30_000 };

export const sectionOf = (page: Page, key: string): Locator =>
	page.locator(`[data-section-key="${key}"]`);

/** The text that can be written in. */
export const proseOf = (page: Page, key: string): Locator =>
	sectionOf(page, key).locator('.ProseMirror');

/** Waits until the section's own text is here and its connection stands. */
export async function synced(page: Page, key: string): Promise<void> {
	const section = sectionOf(page, key);
	await section.scrollIntoViewIfNeeded();
	// As text, so that a failure tells all of it.
	const standing = () =>
		section.evaluate((element) => {
			const { synced, saveState, state } = (element as HTMLElement).dataset;
			if (synced === 'true') return synced;
			const top = Math.round(element.getBoundingClientRect().top);
			const text = element.textContent.slice(0, 400);
			return JSON.stringify({ synced, saveState, state, top, text });
		});
	await expect.poll(standing, { ...PATIENCE, message: `${key} in sync` }).toBe('true');
}

/** Puts the caret behind the last letter of the section. */
export async function caretAtEnd(page: Page, key: string): Promise<void> {
	await proseOf(page, key).locator('p, h3, h4, h5').last().click();
	await page.keyboard.press('Control+End');
}

/** Writes a paragraph of its own at the end of the section, key by key. */
export async function writeParagraph(page: Page, key: string, text: string): Promise<void> {
	await caretAtEnd(page, key);
	// Not what the paragraph shows: another person's name may stand in an empty one.
	if ((await textOf(page, key)).split('\n').at(-1) !== '') await page.keyboard.press('Enter');
	await page.keyboard.type(text);
}

/** The section says that everything is on the server's disk (D3). */
export async function saved(page: Page, key: string): Promise<void> {
	await page.waitForSelector(`[data-section-key="${key}"][data-save-state="saved"]`, PATIENCE);
}

/** The letters of the section, without the names at carets. */
export const textOf = (page: Page, key: string): Promise<string> =>
	proseOf(page, key).evaluate((element) => {
		const copy = element.cloneNode(true) as HTMLElement;
		for (const caret of copy.querySelectorAll('.caret, [contenteditable=false]')) caret.remove();
		return [...copy.querySelectorAll('p, h3, h4, h5')].map((block) => block.textContent).join('\n');
	});

/** Waits until the page shows these words in the section. */
export const reads = (page: Page, key: string, words: string) =>
	expect.poll(() => textOf(page, key), PATIENCE).toContain(words);

/** Waits until the section has this state on the page. */
export const inState = (page: Page, key: string, state: string) =>
	expect.poll(() => sectionOf(page, key).getAttribute('data-state'), PATIENCE).toBe(state);

/** The names at the carets of others that stand in the section. */
export const caretsIn = (page: Page, key: string): Promise<string[]> =>
	proseOf(page, key).locator('.caret-name').allTextContents();
