import type { DemoPersonKey } from '#server/demo/people.ts';
import type { Browser } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { emailOf } from './api.ts';
import { desk, type Desk } from './browser.ts';

/**
 * A person at a page of their own for the length of the test; `null` for somebody who is not signed
 * in. A test in which a page complained of anything has failed.
 */
export async function sit(
	browser: Browser,
	base: string,
	person: DemoPersonKey | null,
	options: Parameters<typeof desk>[3] = {}
): Promise<Desk> {
	const one = await desk(browser, base, person === null ? null : emailOf(person), options);
	onTestFinished(async () => {
		await one.context.close();
		expect(one.complaints).toEqual([]);
	});
	return one;
}
