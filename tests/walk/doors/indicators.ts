import type { Line, Right } from '../line.ts';
import type { Ids } from '../world.ts';
import { STRANGE } from '../actors.ts';

/** Doors of the indicators, of files with values, and of Kolada. */

const reads: Right[] = [['indicator.read', 'own']];
const edits: Right[] = [['indicator.edit', 'own']];
const fetches: Right[] = [['indicator.fetch', 'own']];
/** With an id in it: of another municipality's there is none. */
const readsHere: Right[] = [['indicator.read', 'here']];
const one = ({ indicator }: Ids) => ({ params: { id: indicator } });
const description = {
	title: 'Ett nyckeltal',
	subject: 'barn',
	kpiId: '',
	unit: '%',
	decimals: '1',
	wishedDirection: 'high',
	tolerance: '',
	definition: '',
	note: ''
};
const csv = 'Nyckeltal;Period;Värde;Källa\nU31803;2019;12,5;Egen räkning\n';

export const indicators: Line[] = [
	{ door: 'load /indicators', asks: reads },
	{ door: 'load /indicators/[id]', asks: readsHere, ask: one },
	{
		door: 'act /indicators/[id]?/value',
		asks: [['indicator.edit', 'here']],
		ask: (ids) => ({
			...one(ids),
			form: {
				version: '1',
				series: 'own',
				period: '2019',
				status: 'value',
				value: '12,5',
				source: 'Egen räkning'
			}
		})
	},
	{
		door: 'act /indicators/[id]?/description',
		asks: [['indicator.edit', 'here']],
		ask: (ids) => ({ ...one(ids), form: { ...description, version: '1' } })
	},
	{ door: 'load /indicators/new', asks: [...reads, ...edits] },
	{ door: 'act /indicators/new?/default', asks: edits, ask: () => ({ form: description }) },
	{ door: 'GET /indicators/export.csv', asks: reads },
	{ door: 'GET /indicators/export.xlsx', asks: reads, isDear: true },
	{ door: 'GET /indicators/import/template.csv', asks: edits },
	{ door: 'GET /indicators/import/template.xlsx', asks: edits, isDear: true },
	{ door: 'load /indicators/import', asks: edits },
	{
		door: 'act /indicators/import?/read',
		asks: edits,
		ask: () => ({ form: { file: new File([csv], 'v.csv'), source: '' } }),
		isDear: true
	},
	{
		door: 'act /indicators/import?/import',
		asks: 'signedIn',
		// The file is not there: the page says so.
		ask: () => ({ form: { file: 'none', seen: '' } })
	},
	{ door: 'load /indicators/kolada', asks: fetches },
	{ door: 'load /indicators/kolada/search', asks: fetches },
	{ door: 'load /indicators/kolada/groups', asks: fetches },
	{
		door: 'act /indicators/kolada?/start',
		asks: fetches,
		ask: () => ({
			form: { indicatorIds: 'none', series: 'own', from: '2024', to: '2024', code: '2182' }
		}),
		// No such indicator: nobody is asked.
		done: 422
	},
	{ door: 'act /indicators/kolada?/cancel', asks: fetches },
	{
		door: 'act /indicators/kolada?/settle',
		asks: [['indicator.fetch', 'here']],
		ask: ({ figureNotice }) => ({ form: { noticeId: figureNotice, act: 'leave' } })
	},
	{
		door: 'act /indicators/kolada/groups?/add',
		asks: fetches,
		ask: () => ({ form: { externalId: '0000', name: 'Riket igen' } }),
		// It is there already, but for the other municipality.
		beside: ({ municipalityId }) => (municipalityId === STRANGE.id ? null : 422)
	},
	{
		door: 'act /indicators/kolada/groups?/make',
		asks: [...reads, ...fetches],
		ask: () => ({ form: { name: 'Grannar', year: '2024', members: 'Bollnäs' } })
	},
	{
		door: 'act /indicators/kolada/groups?/change',
		asks: [...readsHere, ['indicator.fetch', 'here']],
		ask: ({ group }) => ({
			form: { groupId: group, version: '1', year: '2024', members: 'Bollnäs' }
		})
	}
];
