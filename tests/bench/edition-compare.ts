import { compareEditions, type EditionComparison } from '#core/compare/edition-comparison.ts';
import type { DocNode, EditionModel } from '#core/publication.ts';
import { plainText } from '#schema/text.ts';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { demoEdition } from '../export/support/edition.ts';
import { nextEdition } from '../support/next-edition.ts';
import { loadNow } from './machine.ts';
import { median, quantile, short } from './numbers.ts';
import { allowPages } from './svelte-pages.ts';

/** A page of running text holds as many words. */
const WORDS_OF_A_PAGE = 400;
const PAGES = 40;
const BUDGET_MS = 50;
const TIMES = 40;
const PAGE = '../../src/routes/(read)/r/[slug]/jamfor/Comparison.svelte';

const wordsOf = (doc: DocNode): number => plainText(doc).split(/\s+/).length;

/** The demo's edition until it fills so many pages: its sections again, with their own keys and words. */
function longEdition(pages: number): EditionModel {
	const demo = demoEdition();
	const sections: EditionModel['sections'] = [];
	let words = 0;
	for (let round = 0; words < pages * WORDS_OF_A_PAGE; round += 1)
		for (const section of demo.sections) {
			const content = structuredClone(section.content);
			if (round > 0) {
				const rename = (node: DocNode): void => {
					if (node.text !== undefined)
						node.text = node.text.replace(/\b(?:barn|barnen)\b/g, `$&${round}`);
					node.content?.forEach(rename);
				};
				rename(content.doc);
				content.key = `${content.key}.${round}`;
				content.title = `${content.title} ${round}`;
			}
			words += wordsOf(content.doc);
			sections.push({ ...section, content });
			if (words >= pages * WORDS_OF_A_PAGE) break;
		}
	return { ...demo, sections };
}

/** A year in which every paragraph has lost and got some words: more than any report we know. */
function everywhereChanged(model: EditionModel): EditionModel {
	const change = (node: DocNode): void => {
		if (node.text !== undefined)
			node.text = node.text
				.split(' ')
				.map((word, i) => (i % 7 === 3 ? 'ändrat' : word))
				.filter((_, i) => i % 11 !== 5)
				.join(' ');
		node.content?.forEach(change);
	};
	const next = structuredClone(model);
	for (const { content } of next.sections) change(content.doc);
	return next;
}

/** Milliseconds of this thread's processor since. */
function spent(since: NodeJS.CpuUsage): number {
	const { user, system } = process.threadCpuUsage(since);
	return (user + system) / 1000;
}

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
