import { reportBlackline, type ReportBlackline } from '#core/blackline/report.ts';
import type { Blackline } from '#core/blackline/blackline.ts';
import { passagesOf } from '#core/compare/passages.ts';
import type { DocNode, EditionModel } from '#core/publication.ts';
import { provideUi } from '#ui/context.ts';
import { diffArrays } from 'diff';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { nextEdition } from '../support/next-edition.ts';
import { everywhereChanged, longEdition, spent } from './long-edition.ts';
import { loadNow } from './machine.ts';
import { median, quantile, short } from './numbers.ts';
import { allowPages } from './svelte-pages.ts';

const PAGES = 40;
const BUDGET_MS = 500;
const TIMES = 20;
/** A diff without bounds is given up after this. */
const PATIENCE_MS = 20_000;
const PART = '../../src/lib/ui/blackline/Blackline.svelte';

/** A year later, and not the words alone: numbers in tables, a section elsewhere, two in another order. */
function yearLater(model: EditionModel): EditionModel {
	const next = nextEdition(model);
	const turn = (node: DocNode): void => {
		if (node.type === 'tableCell')
			for (const { content } of node.content ?? [])
				for (const words of content ?? [])
					if (words.text !== undefined)
						words.text = words.text.replace(/\d+/gu, (digits) => String(Number(digits) + 1));
		node.content?.forEach(turn);
	};
	for (const [i, { content }] of next.sections.entries()) if (i % 3 === 0) turn(content.doc);
	const [moved] = next.sections.splice(5, 1);
	if (moved) next.sections.push({ ...moved, chapterKey: next.sections[0]?.chapterKey ?? '' });
	return next;
}

/** Every word another, in every section: nothing is like anything. */
function rewritten(model: EditionModel): EditionModel {
	const next = structuredClone(model);
	let n = 0;
	const rewrite = (node: DocNode): void => {
		if (node.text !== undefined) node.text = node.text.replace(/\p{L}+/gu, () => `ord${(n += 1)}`);
		node.content?.forEach(rewrite);
	};
	for (const { content } of next.sections) rewrite(content.doc);
	return next;
}

/** All words of a report in order, as a plain diff sees them. */
const wordsOf = ({ sections, images }: EditionModel): string[] =>
	sections.flatMap(({ content }) =>
		passagesOf(content, images).flatMap(({ text }) => text.split(/\s+/u))
	);

/** Milliseconds of a plain diff of the same words by the package that we use; null when it was given up. */
function plainDiff(before: EditionModel, after: EditionModel): number | null {
	const [old, now] = [wordsOf(before), wordsOf(after)];
	const busy = process.threadCpuUsage();
	const found = diffArrays(old, now, { timeout: PATIENCE_MS }) as unknown;
	return found === undefined ? null : spent(busy);
}

type PartProps = { blackline: Blackline; prefix: string; isPart: boolean };

/** How long the blackline of two reports of 40 pages takes, and its page, in this process. */
export async function benchBlackline(): Promise<boolean> {
	allowPages();
	const { default: Blackline } = (await import(PART)) as { default: Component<PartProps> };
	/** The sections that have changed, without what stands around them on the page. */
	const Page: Component<{ found: ReportBlackline }> = (renderer, { found }) => {
		provideUi(() => ({ lang: 'sv', now: 0 }));
		for (const [i, { state, blackline }] of found.sections.entries())
			if (state !== 'same') Blackline(renderer, { blackline, prefix: `s${i}-`, isPart: true });
		return {};
	};
	const before = longEdition(PAGES);
	const later = yearLater(before);
	const cases: [string, EditionModel][] = [
		['a year later', later],
		['words changed in every sentence', everywhereChanged(later)],
		['every section rewritten', rewritten(later)]
	];
	console.log(
		`\nThe blackline of two reports of ${PAGES} pages (ms of the processor, ${loadNow()})`
	);
	let good = true;
	for (const [label, after] of cases) {
		const alone: number[] = [];
		const whole: number[] = [];
		let size = 0;
		let found: ReportBlackline | null = null;
		for (let i = 0; i < TIMES; i += 1) {
			const busy = process.threadCpuUsage();
			found = reportBlackline(before, after);
			alone.push(spent(busy));
			size = render(Page, { props: { found }, context: new Map() }).body.length;
			whole.push(spent(busy));
		}
		// The first ones are also the compiler's; they are within the limit all the same.
		const [own, page] = [alone, whole].map((all) => all.slice(TIMES / 4)) as [number[], number[]];
		const plain = plainDiff(before, after);
		const rival =
			plain === null
				? `given up after ${PATIENCE_MS / 1000} s`
				: `${short(plain)}, ours ${short(median(own) / plain)} times that`;
		const fits = median(page) <= BUDGET_MS;
		good &&= fits;
		const changed = found?.sections.filter(({ state }) => state !== 'same').length ?? 0;
		console.log(
			`${label}: ${changed} of ${found?.sections.length ?? 0} sections, ${found?.changes ?? 0} changes, page of ${Math.round(size / 1000)} kB. ` +
				`Compared ${short(median(own))}, 95 % under ${short(quantile(own, 0.95))}, the first ${short(alone[0] ?? NaN)}; with its page ${short(median(page))}. ` +
				`A plain diff of the words: ${rival}` +
				(fits ? '' : `   over ${BUDGET_MS} ms`)
		);
	}
	return good;
}
