import * as editions from './editions.ts';
import * as figures from './figures.ts';
import * as findings from './findings.ts';
import * as kolada from './kolada.ts';
import { operation, type Operation } from './operation.ts';
import { listOf, pageQuery } from './paging.ts';
import * as reports from './reports.ts';
import * as rollUp from './roll-up.ts';
import { searchAnswer, searchQuery } from './search.ts';
import * as values from './values.ts';
import * as v from 'valibot';

/** Where the API lives. */
export const API_ROOT = '/api/v1';

const get = { method: 'GET', query: null, body: null, status: 200 } as const;
const list = { ...get, query: pageQuery } as const;
const act = { method: 'POST', query: null, status: 200 } as const;

/**
 * Every operation of the API: handlers parse by it, the OpenAPI document is made of it, and a test
 * holds it against the files of the routes.
 */
export const operations = {
	listReports: operation({
		...list,
		path: '/reports',
		summary: 'The reports that you may read, the newest year first',
		act: 'report.list',
		answer: listOf(reports.reportItem),
		refusals: ['notFound']
	}),
	createReport: operation({
		...act,
		path: '/reports',
		summary: 'Make a report from a template, or of the year before',
		act: 'report.create',
		body: reports.newReport,
		answer: reports.reportDetail,
		status: 201,
		refusals: ['forbidden'],
		location: (made) => `/reports/${made.id}`
	}),
	getReport: operation({
		...get,
		path: '/reports/{id}',
		summary: 'A report with its sections in order',
		act: 'report.read',
		answer: reports.reportDetail,
		refusals: []
	}),
	publishReport: operation({
		...act,
		path: '/reports/{id}/publish',
		summary: 'Make an edition of what is approved',
		act: 'report.publish',
		body: editions.publish,
		answer: editions.editionMade,
		status: 201,
		refusals: ['forbidden', 'moved', 'notReady', 'reasonNeeded', 'tooFast'],
		location: (made) => `/editions/${made.id}`
	}),
	getSection: operation({
		...get,
		path: '/sections/{id}',
		summary: 'A section with its text',
		act: 'section.read',
		answer: reports.sectionDetail,
		refusals: []
	}),
	getPreviousSection: operation({
		...get,
		path: '/sections/{id}/previous',
		summary: 'What the edition of the year before says of a section',
		act: 'section.read',
		answer: reports.previousSection,
		refusals: ['withdrawn']
	}),
	submitSection: operation({
		...act,
		path: '/sections/{id}/submit',
		summary: 'Submit for approval: locks the section and fixes its content',
		act: 'section.submit',
		body: reports.submit,
		answer: reports.sectionActed,
		refusals: ['forbidden', 'moved', 'notReady']
	}),
	approveSection: operation({
		...act,
		path: '/sections/{id}/approve',
		summary: 'Approve exactly the content whose hash you saw',
		act: 'section.approve',
		body: reports.approve,
		answer: reports.sectionActed,
		refusals: ['forbidden', 'moved', 'notReady']
	}),
	returnSection: operation({
		...act,
		path: '/sections/{id}/return',
		summary: 'Send a submitted section back to its writers',
		act: 'section.return',
		body: reports.open,
		answer: reports.sectionActed,
		refusals: ['forbidden', 'moved', 'reasonNeeded']
	}),
	reopenSection: operation({
		...act,
		path: '/sections/{id}/reopen',
		summary: 'Open an approved section; its approval is void',
		act: 'section.reopen',
		body: reports.open,
		answer: reports.sectionActed,
		refusals: ['forbidden', 'moved', 'reasonNeeded']
	}),
	listFindings: operation({
		...list,
		path: '/sections/{id}/findings',
		summary: 'What the checks find in a section, with what to do about it',
		act: 'section.read',
		answer: listOf(findings.findingItem),
		refusals: []
	}),
	getSectionFigure: operation({
		...get,
		path: '/sections/{id}/figures/{indicator}',
		summary: 'Where a number that a section shows comes from',
		act: 'section.read',
		answer: figures.figureCard,
		refusals: []
	}),
	getRollUp: operation({
		...get,
		query: rollUp.rollUpQuery,
		path: '/sections/{id}/roll-up',
		summary: 'What a section shows of the editions that its report takes in',
		act: 'section.read',
		answer: rollUp.sectionRollUp,
		refusals: []
	}),
	overrideFinding: operation({
		...act,
		path: '/sections/{id}/findings/override',
		summary: 'Take a finding that hinders upon yourself, with a reason',
		act: 'section.override',
		body: findings.override,
		answer: findings.overridden,
		refusals: ['forbidden', 'moved', 'reasonNeeded']
	}),
	listLate: operation({
		...list,
		path: '/sections/{id}/late',
		summary: 'Late contributions: all for a coordinator, else your own',
		act: 'section.late',
		answer: listOf(reports.lateItem),
		refusals: []
	}),
	acceptLate: operation({
		...act,
		path: '/late/{id}/accept',
		summary: 'Take a late contribution in, as a new change in its author’s name',
		act: 'section.late',
		body: null,
		answer: reports.lateAccepted,
		refusals: ['forbidden', 'moved', 'locked', 'otherEpoch']
	}),
	declineLate: operation({
		...act,
		path: '/late/{id}/decline',
		summary: 'Leave a late contribution out, with a reason for its author',
		act: 'section.late',
		body: reports.declineLate,
		answer: reports.lateDeclined,
		refusals: ['forbidden', 'moved', 'reasonNeeded']
	}),
	listIndicators: operation({
		...list,
		path: '/indicators',
		summary: 'The indicators by title',
		act: 'indicator.read',
		answer: listOf(figures.indicatorItem),
		refusals: ['notFound']
	}),
	getIndicator: operation({
		...get,
		path: '/indicators/{id}',
		summary: 'An indicator with its values and what may be said of them',
		act: 'indicator.read',
		answer: figures.indicatorDetail,
		refusals: []
	}),
	putIndicatorValues: operation({
		method: 'PUT',
		path: '/indicators/{id}/values',
		summary: 'Enter, correct or remove values; all of them or none',
		act: 'indicator.edit',
		query: null,
		body: figures.putValues,
		answer: figures.indicatorDetail,
		status: 200,
		refusals: ['forbidden', 'moved']
	}),
	listValues: operation({
		...list,
		path: '/values',
		summary: 'The values of all indicators, one by one',
		act: 'indicator.read',
		answer: listOf(values.valueItem),
		refusals: ['notFound']
	}),
	previewImport: operation({
		...act,
		path: '/values/preview',
		summary: 'What a CSV file would change; nothing is stored',
		act: 'indicator.edit',
		limit: 'filePerson',
		body: values.previewAsk,
		answer: values.preview,
		refusals: ['forbidden', 'tooFast']
	}),
	importValues: operation({
		...act,
		path: '/values/import',
		summary: 'Enter what is new in a CSV file, and overwrite what you name; all of it or nothing',
		act: 'indicator.edit',
		limit: 'filePerson',
		body: values.importAsk,
		answer: values.imported,
		refusals: ['forbidden', 'moved', 'tooFast']
	}),
	listGroups: operation({
		...list,
		path: '/groups',
		summary: 'The comparison groups by name, with members and year',
		act: 'indicator.read',
		answer: listOf(kolada.knownGroup),
		refusals: ['notFound']
	}),
	createGroup: operation({
		...act,
		path: '/groups',
		summary: 'Add a comparison group',
		act: 'indicator.fetch',
		body: kolada.newGroup,
		answer: kolada.savedGroup,
		refusals: ['forbidden']
	}),
	changeGroup: operation({
		method: 'PUT',
		path: '/groups/{id}',
		summary: 'Change a comparison group’s name, members or year; its kind stays',
		act: 'indicator.fetch',
		query: null,
		body: kolada.changedGroup,
		answer: kolada.savedGroup,
		status: 200,
		refusals: ['forbidden', 'moved']
	}),
	searchKpis: operation({
		...get,
		path: '/kolada/kpis',
		summary: 'Look for Kolada’s measures by title or id',
		act: 'indicator.fetch',
		query: kolada.search,
		answer: kolada.itemsOf(kolada.kpiHit),
		refusals: ['forbidden', 'source']
	}),
	searchGroups: operation({
		...get,
		path: '/kolada/groups',
		summary: 'Look for Kolada’s groups of municipalities by title',
		act: 'indicator.fetch',
		query: kolada.search,
		answer: kolada.itemsOf(kolada.groupHit),
		refusals: ['forbidden', 'source']
	}),
	startFetch: operation({
		...act,
		path: '/kolada/fetch',
		summary: 'Begin to fetch values; one fetch at a time',
		act: 'indicator.fetch',
		body: kolada.fetchAsk,
		answer: kolada.fetchState,
		refusals: ['forbidden', 'moved']
	}),
	getFetch: operation({
		...get,
		path: '/kolada/fetch',
		summary: 'How far the fetch is, or how the last one ended',
		act: 'indicator.fetch',
		answer: kolada.fetchState,
		refusals: ['forbidden']
	}),
	cancelFetch: operation({
		...act,
		path: '/kolada/fetch/cancel',
		summary: 'Stop the fetch; what was there stays',
		act: 'indicator.fetch',
		body: null,
		answer: kolada.fetchState,
		refusals: ['forbidden']
	}),
	listNotices: operation({
		...list,
		path: '/kolada/notices',
		summary: 'What fetches found and left to people, the newest first',
		act: 'indicator.fetch',
		answer: listOf(kolada.notice),
		refusals: ['forbidden']
	}),
	settleNotice: operation({
		...act,
		path: '/kolada/notices/{id}',
		summary: 'Go by the source, or keep what is here',
		act: 'indicator.fetch',
		body: kolada.settle,
		answer: kolada.settled,
		refusals: ['forbidden', 'moved']
	}),
	listDrift: operation({
		...get,
		path: '/reports/{id}/drift',
		summary: 'Where locked sections have other figures than there are today',
		act: 'report.read',
		answer: kolada.itemsOf(kolada.driftRow),
		refusals: []
	}),
	listEditions: operation({
		...list,
		path: '/editions',
		summary: 'The published editions, the newest year first',
		act: null,
		answer: listOf(editions.editionItem),
		refusals: []
	}),
	getEdition: operation({
		...get,
		path: '/editions/{id}',
		summary: 'A published edition, whole',
		act: null,
		answer: editions.editionDetail,
		refusals: ['withdrawn']
	}),
	withdrawForms: operation({
		...act,
		path: '/editions/{id}/withdraw',
		summary: 'Take forms of an edition back that hold what must not be shown',
		act: 'report.publish',
		body: editions.withdraw,
		answer: editions.withdrawn,
		refusals: ['forbidden', 'moved', 'reasonNeeded']
	}),
	search: operation({
		...get,
		path: '/search',
		summary: 'Look for words in the published editions, the best answers first',
		act: null,
		limit: 'searchAddress',
		query: searchQuery,
		answer: searchAnswer,
		refusals: []
	}),
	getDescription: operation({
		...get,
		path: '/openapi.json',
		summary: 'This description',
		act: null,
		answer: v.looseObject({ openapi: v.literal('3.1.0') }),
		refusals: []
	})
};

export type OperationId = keyof typeof operations;

/** The operations with their ids, in the order of the table. */
export const operationList = (Object.keys(operations) as OperationId[]).map(
	(id): [OperationId, Operation] => [id, operations[id]]
);

/** The methods that an address has, in capitals. */
export function methodsAt(path: string): string[] {
	const methods = operationList.filter(([, o]) => o.path === path).map(([, o]) => o.method);
	return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}
