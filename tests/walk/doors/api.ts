import { operationList, type OperationId } from '#api/operations.ts';
import type { Ask } from '../ask.ts';
import type { Line, Right } from '../line.ts';
import type { Facts, Ids, Place } from '../world.ts';

/** Doors of the API: their act is that of the operation, and their thing what its address names. */

const group = { kind: 'own', year: 2024, members: [{ id: '2183', title: 'Bollnäs' }] };
const csv = 'Nyckeltal;Period;Värde;Källa\nU31803;2019;12,5;Egen räkning\n';
const decision = {
	body: 'Kommunfullmäktige',
	date: '2024-06-17',
	paragraph: '§ 71',
	registryNumber: 'KS 2024/112'
};
const reason = { reason: 'Mer text behövs.' };

type Said = {
	id?: (ids: Ids) => string;
	query?: Record<string, string>;
	json?: (ids: Ids, facts: Facts) => unknown;
} & Partial<Omit<Line, 'door' | 'ask'>>;

const inSection = { id: (ids: Ids) => ids.section };
const value = { period: '2019', value: '12,5', source: 'Egen räkning' };

/** What is said to an operation beside its address, and what is to be known of its success. */
const SAID: Record<OperationId, Said> = {
	listReports: {},
	createReport: {
		json: () => ({
			title: 'Ny',
			reportYear: 2031,
			variant: 'board',
			authorityId: 'demo-kommunstyrelsen'
		}),
		beside: ({ grants, municipalityId }) =>
			municipalityId === 'demo-exempelkommun' &&
			grants.some(
				(g) =>
					g.role === 'coordinator' &&
					g.authorityId === 'demo-kommunstyrelsen' &&
					g.reportId === null
			)
				? null
				: 422
	},
	getReport: { id: (ids) => ids.report },
	publishReport: {
		id: (ids) => ids.report,
		json: () => ({ decision, note: '' }),
		// Not all of it is approved.
		done: 422
	},
	getSection: inSection,
	getPreviousSection: inSection,
	submitSection: { ...inSection, json: (_, { seq }) => ({ seq }), state: 'submit' },
	approveSection: { ...inSection, json: (_, { hash }) => ({ hash }), state: 'approve' },
	returnSection: { ...inSection, json: () => reason, state: 'return' },
	reopenSection: { ...inSection, json: () => reason, state: 'reopen' },
	listFindings: inSection,
	// A draft shows any, and what is fixed shows what it held.
	getSectionFigure: { ...inSection, done: { submitted: 404, approved: 404 } },
	getRollUp: { ...inSection, query: { shows: 'figures' } },
	overrideFinding: { ...inSection, json: () => ({ finding: 'none', ...reason }), done: 409 },
	// All for a coordinator, else one's own.
	listLate: { ...inSection, asks: [['section.read', 'section']] },
	acceptLate: { id: (ids) => ids.late, state: 'open' },
	declineLate: { id: (ids) => ids.late, json: () => reason },
	listIndicators: {},
	getIndicator: { id: (ids) => ids.indicator },
	putIndicatorValues: {
		id: (ids) => ids.indicator,
		json: () => ({ version: 1, values: [value] })
	},
	listValues: {},
	previewImport: { json: () => ({ csv }), isDear: true },
	importValues: { json: () => ({ csv, seen: 'x' }), done: 409, isDear: true },
	listGroups: {},
	createGroup: { json: () => ({ ...group, name: 'Grannar' }), done: 200 },
	changeGroup: {
		id: (ids) => ids.group,
		json: () => ({ ...group, version: 1, name: 'Andra' })
	},
	searchKpis: { query: { title: 'kommun' } },
	searchGroups: { query: { title: 'kommun' } },
	startFetch: {
		json: () => ({ indicatorIds: ['none'], series: ['own'], years: ['2024'], code: '2182' }),
		done: 422
	},
	getFetch: {},
	cancelFetch: {},
	listNotices: {},
	settleNotice: { id: (ids) => ids.figureNotice, json: () => ({ take: false }) },
	listDrift: { id: (ids) => ids.report },
	listEditions: {},
	getEdition: { id: (ids) => ids.edition },
	withdrawForms: {
		id: (ids) => ids.edition,
		json: () => ({ forms: ['summary'], ...reason })
	},
	search: { query: { q: 'Zebrafinksrapporten skola' } },
	getDescription: {}
};

/** The thing that an address is about. */
function placeOf(path: string): Place {
	if (/^\/(sections|late)\//.test(path)) return 'section';
	if (path.startsWith('/editions/')) return 'published';
	if (path.startsWith('/reports/')) return 'report';
	return path.includes('{id}') ? 'here' : 'own';
}

const operations = operationList.map(([id, { path, method, act, status }]): Line => {
	const { id: idOf, query, json, ...rest } = SAID[id];
	const rights: Right[] = act === null ? [] : [[act, placeOf(path)]];
	return {
		door: `${method} /api/v1${path.replace(/\{(\w+)\}/g, '[$1]')}`,
		asks: act === null ? 'reader' : rights,
		done: status,
		ask: (ids, facts): Ask => ({
			...(idOf ? { params: { id: idOf(ids), indicator: 'ind-hog-franvaro' } } : {}),
			...(query ? { query } : {}),
			...(json ? { json: json(ids, facts) } : {})
		}),
		...rest
	};
});

/** What every address answers to another method, and every other address. */
const fallbacks = [...new Set(operationList.map(([, { path }]) => path))].map((path): Line => ({
	door: `fallback /api/v1${path.replace(/\{(\w+)\}/g, '[$1]')}`,
	asks: 'anyone',
	ask: (ids) => ({ params: { id: ids.report, indicator: 'x' } }),
	done: 405
}));

export const api: Line[] = [
	...operations,
	...fallbacks,
	{
		door: 'fallback /api/v1/[...path]',
		asks: 'anyone',
		ask: () => ({ params: { path: 'none' } }),
		done: 404
	}
];
