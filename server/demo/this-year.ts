import type { SectionState } from '#core/section.ts';
import { indicatorIds } from '#server/demo/figures.ts';
import { demoSections, type DemoReport } from '#server/demo/report.ts';
import { closing } from '#server/demo/this-year/closing.ts';
import { current } from '#server/demo/this-year/current.ts';
import { figures } from '#server/demo/this-year/figures.ts';
import { intro } from '#server/demo/this-year/intro.ts';
import { promises } from '#server/demo/this-year/promises.ts';
import { units } from '#server/demo/this-year/units.ts';

const STATES: Record<string, SectionState> = {
	intro: 'approved',
	'intro.articles': 'approved',
	'figures.economy': 'submitted'
};

/** This year's report, in the middle of being written: finished, half-written and empty sections. */
export const thisYear: DemoReport = {
	variant: 'full',
	title: 'Barnbokslut 2023',
	slug: 'barnbokslut-2023',
	reportYear: 2023,
	decision: null,
	sections: demoSections(
		'full',
		{
			...intro,
			...figures,
			...promises,
			...current,
			...units,
			...closing
		},
		(key) => STATES[key] ?? 'draft'
	),
	indicatorIds
};
