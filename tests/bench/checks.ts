import { checkSections, type CheckedSection } from '#core/checks.ts';
import type { DocNode } from '#core/publication.ts';
import { plainText } from '#schema/text.ts';
import { figures } from '#server/demo/figures.ts';
import { lastYear } from '#server/demo/last-year.ts';
import { table } from '#server/demo/write.ts';
import { median, quantile, short } from './numbers.ts';

/** A page of running text holds as many words. */
const WORDS_OF_A_PAGE = 400;
const PAGES = 40;
const BUDGET_MS = 100;
const TIMES = 40;

/** A table of a whole page, of counts with totals: the dearest thing to look at. */
const counts = (n: number): DocNode =>
	table(
		`Elever per skola, tabell ${n}`,
		['Skola', 'Flickor', 'Pojkar', 'Totalt'],
		[
			...Array.from({ length: 30 }, (_, i) => [
				`Skola ${i}`,
				String(40 + i),
				String(50 + i),
				String(90 + 2 * i)
			]),
			['Totalt', '1635', '1935', '3570']
		]
	);

/** The demo's report until it fills so many pages, with a table of figures in every third section. */
function report(pages: number): CheckedSection[] {
	const shown = Object.fromEntries(
		figures.map((f) => [f.indicator.id, { figures: f, sentence: '' }])
	);
	const sections: CheckedSection[] = [];
	let words = 0;
	while (words < pages * WORDS_OF_A_PAGE)
		for (const { key, doc } of lastYear.sections) {
			const n = sections.length;
			const content = n % 3 === 0 ? [...(doc.content ?? []), counts(n)] : (doc.content ?? []);
			const whole = { ...doc, content };
			words += plainText(whole).split(/\s+/).length;
			sections.push({ sectionId: `${key}-${n}`, doc: whole, figures: shown });
			if (words >= pages * WORDS_OF_A_PAGE) break;
		}
	return sections;
}

/** How long the checks of a report of 40 pages take, in this process. */
export async function benchChecks(): Promise<boolean> {
	const sections = report(PAGES);
	const wall: number[] = [];
	const work: number[] = [];
	let found = 0;
	for (let i = 0; i < TIMES; i += 1) {
		const from = performance.now();
		const busy = process.threadCpuUsage();
		found = checkSections(sections).length;
		const { user, system } = process.threadCpuUsage(busy);
		wall.push(performance.now() - from);
		work.push((user + system) / 1000);
	}
	console.log(`\nChecks of ${PAGES} pages: ${sections.length} sections, ${found} findings (ms)`);
	// The first ones are also the compiler's.
	for (const [label, all] of [
		['by the clock', wall],
		['of the processor', work]
	] as const) {
		const warm = all.slice(TIMES / 4);
		const [first, middle, slow] = [all[0] ?? NaN, median(warm), quantile(warm, 0.95)].map(short);
		console.log(`${label}: first ${first}, then ${middle}, 95 % under ${slow}`);
	}
	// What the machine does beside it is not the checks' doing.
	const good = median(work.slice(TIMES / 4)) < BUDGET_MS;
	if (!good) console.error(`The checks are over their budget of ${BUDGET_MS} ms.`);
	return Promise.resolve(good);
}
