import { pictureSvg, type AnySpec } from '#charts/form.ts';
import { chartOf, chartSvg, chartText, chartTable } from '#charts/chart.ts';
import { readTable, tableToSpec, TABLE_FORMS } from '#charts/table-to-spec.ts';
import { readIndicator } from '#core/indicator.ts';
import { indicatorSentence } from '#core/sentence.ts';
import { figures as demo } from '#server/demo/figures.ts';
import { loadNow } from './machine.ts';
import { median, quantile, short } from './numbers.ts';

/** A picture in one size takes less than this, in the middle. */
const MOST_MS = 1;
const PICTURES = 400;

const common = { title: 'Barn i familjer med ekonomiskt bistånd', lang: 'sv', unit: '%' } as const;
const YEARS = Array.from({ length: 10 }, (_, i) => String(2013 + i));

/** Five lines of ten years with a gap: the largest picture that an indicator has. */
const lines = (id: string): AnySpec => ({
	...common,
	id,
	decimals: 1,
	type: 'line',
	periods: YEARS,
	series: (['own', 'group', 'nation', 'mean', 'other'] as const).map((role, i) => ({
		role,
		name: `Liknande kommuner, övergripande ${i}`,
		values: YEARS.map((_, k) => (k === 4 ? 'missing' : 20 - i * 2 - ((k * 7) % 5) / 3))
	}))
});

/** As many rows and columns as each form of a pasted table takes. */
const PASTED = {
	one: `Skola;Andel\n${Array.from({ length: 20 }, (_, i) => `Skola ${i};${i + 1},5`).join('\n')}`,
	many: `År;${['A', 'B', 'C', 'D', 'E'].join(';')}\n${YEARS.map((y, i) => `${y};${i};${i * 2};${i + 3};..;4,5`).join('\n')}`,
	parts: 'Del;Andel\nFlickor;40\nPojkar;35\nUppgift saknas;25'
};

/** Milliseconds for each of many pictures, every one of a spec of its own. */
function time(make: (id: string) => unknown): number[] {
	const spent: number[] = [];
	for (let i = 0; i < PICTURES; i++) {
		const begun = performance.now();
		make(`p${i}`);
		spent.push(performance.now() - begun);
	}
	// The first ones pay for what is made once.
	return spent.slice(PICTURES / 4);
}

/** What a picture costs: the limit is for `chartSvg`, the others stand beside it. */
export function benchCharts(): Promise<boolean> {
	console.log(`\nCharts: milliseconds a picture, ${PICTURES} of each (${loadNow()})`);
	let good = true;
	const tell = (label: string, spent: number[], limit: number | null): void => {
		const middle = median(spent);
		const fits = limit === null || middle < limit;
		good &&= fits;
		console.log(
			`${label.padEnd(34)} ${short(middle).padStart(6)}   p99 ${short(quantile(spent, 0.99)).padStart(6)}${fits ? '' : `   over ${limit} ms`}`
		);
	};
	for (const size of ['wide', 'narrow'] as const) {
		tell(
			`chartSvg, five lines, ${size}`,
			time((id) => {
				const spec = lines(id);
				return spec.type === 'line' ? chartSvg(spec, size) : '';
			}),
			MOST_MS
		);
		for (const form of TABLE_FORMS) {
			const pasted =
				form === 'donut'
					? PASTED.parts
					: form === 'column' || form === 'rows'
						? PASTED.one
						: PASTED.many;
			const table = readTable(pasted);
			if (!table.ok) throw new Error(`${form}: ${JSON.stringify(table.problems)}`);
			tell(
				`${form}, ${size}`,
				time((id) => pictureSvg(tableToSpec(table.value, form, { ...common, id }), size)),
				MOST_MS
			);
		}
	}
	// A page of a whole report: each indicator's reading, sentence, both pictures, words and table.
	tell(
		'the 18 indicators of a report, all',
		time((id) =>
			demo.map((figures) => {
				const reading = readIndicator(figures);
				const options = { lang: 'sv', municipality: 'Exempelkommun' } as const;
				const spec = chartOf(figures, reading, { ...options, id });
				return [
					indicatorSentence(reading, figures, options),
					spec && [
						chartSvg(spec, 'wide'),
						chartSvg(spec, 'narrow'),
						chartText(spec),
						chartTable(spec)
					]
				];
			})
		),
		null
	);
	return Promise.resolve(good);
}
