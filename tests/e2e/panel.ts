import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENCE, proseOf, sectionOf } from './room.ts';

/** Comments and suggestions beside a section, as a person sees and uses them. */

export const panelOf = (page: Page, key: string): Locator =>
	sectionOf(page, key).locator('.review-panel');

export const threadsOf = (page: Page, key: string): Locator =>
	panelOf(page, key).locator('ul[role=list] > li');

/** Marks words of the text, as a double click or Shift and arrows do. */
export async function mark(page: Page, key: string, words: string): Promise<void> {
	await proseOf(page, key).evaluate((text, sought) => {
		if (text instanceof HTMLElement && text.isContentEditable) text.focus();
		const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
			const at = node.textContent?.indexOf(sought) ?? -1;
			if (at < 0) continue;
			getSelection()?.setBaseAndExtent(node, at, node, at + sought.length);
			return;
		}
		throw new Error(`no ${sought}`);
	}, words);
	await expect.poll(() => page.evaluate(() => getSelection()?.toString()), PATIENCE).toBe(words);
}

/** Asks for a comment on these words by key, and waits until it can be written. */
export async function commentOn(page: Page, key: string, words: string): Promise<void> {
	await mark(page, key, words);
	await page.keyboard.press('Control+Alt+m');
	await panelOf(page, key).locator('.compose blockquote', { hasText: words }).waitFor();
	const writes = () => page.evaluate(() => document.activeElement?.tagName);
	await expect.poll(writes, PATIENCE).toBe('TEXTAREA');
}
