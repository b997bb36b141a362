import type { rollUp as sv } from './roll-up.sv.ts';

export const rollUp: typeof sv = {
	edition: (title, n) => `${title}, edition ${n}`,
	from: 'From',
	adopted: (body, date, paragraph) => `adopted by ${body} ${date}, ${paragraph}`,
	section: (number, title) => `Section ${number} ${title}`,
	without: {
		plan: 'Has no plan:',
		followUp: 'Has no follow-up:',
		figures: 'Has no indicators:'
	},
	caption: 'Indicators of the boards’ reports, with the newest value',
	heads: {
		name: 'Indicator',
		authority: 'Board',
		year: 'Year',
		value: 'Value',
		trend: 'Trend',
		source: 'Source'
	},
	unchanged: 'Taken from the boards’ adopted reports without changes.',
	notCounted: 'Promises that are taken from other reports are not counted here. They stand in'
};
