import { indicatorIds } from '#server/demo/figures.ts';
import { closing } from '#server/demo/last-year/closing.ts';
import { current } from '#server/demo/last-year/current.ts';
import { figures } from '#server/demo/last-year/figures.ts';
import { intro } from '#server/demo/last-year/intro.ts';
import { promises } from '#server/demo/last-year/promises.ts';
import { summary } from '#server/demo/last-year/summary.ts';
import { units } from '#server/demo/last-year/units.ts';
import { demoSections, type DemoReport } from '#server/demo/report.ts';

/** Last year's report, adopted and published. Its figures are real, its municipality is not. */
export const lastYear: DemoReport = {
	variant: 'municipal',
	title: 'Barnbokslut 2022',
	slug: 'barnbokslut-2022',
	reportYear: 2022,
	decision: {
		body: 'Kommunfullmäktige',
		date: '2023-06-19',
		paragraph: '§ 87',
		registryNumber: 'KS 2023/0123'
	},
	sections: demoSections(
		'municipal',
		{
			...intro,
			...summary,
			...figures,
			...promises,
			...current,
			...units,
			...closing
		},
		() => 'approved'
	),
	indicatorIds
};
