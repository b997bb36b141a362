import { compareEditions, type EditionComparison } from '#core/compare/edition-comparison.ts';
import type { EditionModel } from '#core/publication.ts';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { nextEdition } from '../support/next-edition.ts';
import { everywhereChanged, longEdition, spent } from './long-edition.ts';
import { loadNow } from './machine.ts';
import { median, quantile, short } from './numbers.ts';
import { allowPages } from './svelte-pages.ts';

const PAGES = 40;
const BUDGET_MS = 50;
const TIMES = 40;
const PAGE = '../../src/routes/(read)/r/[slug]/jamfor/Comparison.svelte';

/** How long it takes to compare two editions of 40 pages and to write the page, in this process. */
export async function benchCompare(): Promise<boolean> {
	allowPages();
	const { default: Page } = (await import(PAGE)) as { default: Component };
	const before = longEdition(PAGES);
	const next = nextEdition(before);
	// The limit is for the first; the other, worse than any report we know, stands beside it.
	const cases: [string, EditionModel, number][] = [
		['a year later', next, BUDGET_MS],
		['words changed in every sentence', everywhereChanged(next), Infinity]
	];
	console.log(`\nTwo editions of ${PAGES} pages side by side (ms, ${loadNow()})`);
	let good = true;
	for (const [label, after, limit] of cases) {
		const wall: number[] = [];
		const alone: number[] = [];
		const work: number[] = [];
		let size = 0;
		let comparison: EditionComparison | null = null;
		for (let i = 0; i < TIMES; i += 1) {
			const begun = performance.now();
			const busy = process.threadCpuUsage();
			comparison = compareEditions(before, after);
			alone.push(spent(busy));
			size = render(Page, { props: { comparison, before, after } }).body.length;
			work.push(spent(busy));
			wall.push(performance.now() - begun);
		}
		// The first ones are also the compiler's.
		const [own, page, clock] = [alone, work, wall].map((all) => all.slice(TIMES / 4)) as [
			number[],
			number[],
			number[]
		];
		// What the machine does beside it is not the comparison's doing.
		const fits = median(page) <= limit;
		good &&= fits;
		const changed = comparison?.sections.filter(({ mark }) => mark !== 'same').length ?? 0;
		console.log(
			`${label}: ${changed} of ${before.sections.length} sections changed, page of ${Math.round(size / 1000)} kB. ` +
				`Of the processor: compared ${short(median(own))}, with its page ${short(median(page))}, 95 % under ${short(quantile(page, 0.95))}, the first ${short(work[0] ?? NaN)}; by the clock ${short(median(clock))}` +
				(fits ? '' : `   over ${limit} ms`)
		);
	}
	return good;
}
