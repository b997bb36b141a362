import type { data as sv } from './data.sv.ts';

export const data: typeof sv = {
	kinds: { value: 'indicator', stated: 'judgement', table: 'table' },
	purposes: { followUp: 'follow-up', plan: 'plan' },
	figures: {
		kind: 'Kind',
		against: 'Compared with',
		judgement: 'Judgement',
		table: 'Table',
		row: 'Row',
		column: 'Column',
		tableValue: 'The table’s value',
		sections: 'Sections',
		key: 'Key',
		kpi: 'Kolada id',
		decimals: 'Decimals in print',
		wished: 'Wished direction',
		definition: 'Definition',
		note: 'Remark',
		groupYear: 'The group’s year',
		groupSize: 'Municipalities in the group',
		groupCounted: 'Municipalities with a value',
		groupMembers: 'The group’s municipalities',
		mean: 'The mean was taken by',
		how: 'Fetched or entered',
		when: 'Fetched or entered on',
		by: 'Entered by'
	},
	measures: {
		kind: 'Kind',
		section: 'Section',
		department: 'Department',
		table: 'Table',
		row: 'Row'
	},
	edition: {
		report: 'Report',
		municipality: 'Sender',
		number: 'Edition',
		published: 'Published',
		decision: 'Decision',
		registryNumber: 'Registry number',
		address: 'Address',
		hash: 'Checksum of the edition (SHA-256)'
	},
	columnNumber: (n) => `Column ${n}`,
	wished: { high: 'high', low: 'low', none: 'none' },
	how: { fetched: 'fetched', entered: 'entered' },
	mean: { own: 'the municipality', source: 'the source' },
	previous: 'the value before',
	levels: { higher: 'higher', lower: 'lower', equal: 'equal' },
	judgements: { better: 'better', worse: 'worse', equal: 'equal' },
	decision: (body, date, paragraph) => `${body} ${date}, ${paragraph}`
};
