import { operationList, operations, type OperationId } from '#api/operations.ts';
import { describe, expect, test, beforeAll, afterAll } from 'vitest';
import { municipality, people } from '#server/demo/people.ts';
import { startWorld, type Who, type World } from './world.ts';

/** Who asks, as the columns of the table. The section is the schools': `education` writes in it. */
const WHO = [
	null,
	'councilMember',
	'stranger',
	'administrator',
	'social',
	'education',
	'coordinator'
] as const satisfies (Who | null)[];
type Row = Record<'nobody' | Exclude<(typeof WHO)[number], null>, number>;

const row = (
	nobody: number,
	councilMember: number,
	stranger: number,
	administrator: number,
	social: number,
	education: number,
	coordinator: number
): Row => ({ nobody, councilMember, stranger, administrator, social, education, coordinator });

/** What each operation answers to each of them, with valid input. A new operation needs its row. */
const TABLE: Record<OperationId, Row> = {
	//                       nobody council stranger admin social education coordinator
	listReports: row(/*     */ 401, 404, 200, 200, 200, 200, 200),
	createReport: row(/*    */ 401, 403, 403, 403, 403, 403, 201),
	getReport: row(/*       */ 401, 404, 404, 200, 200, 200, 200),
	publishReport: row(/*   */ 401, 404, 404, 403, 403, 403, 201),
	getSection: row(/*      */ 401, 404, 404, 200, 200, 200, 200),
	getPreviousSection: row(401, 404, 404, 200, 200, 200, 200),
	submitSection: row(/*   */ 401, 404, 404, 403, 403, 200, 200),
	approveSection: row(/*  */ 401, 404, 404, 403, 403, 403, 200),
	returnSection: row(/*   */ 401, 404, 404, 403, 403, 403, 200),
	reopenSection: row(/*   */ 401, 404, 404, 403, 403, 403, 200),
	listFindings: row(/*    */ 401, 404, 404, 200, 200, 200, 200),
	getSectionFigure: row(/**/ 401, 404, 404, 200, 200, 200, 200),
	getRollUp: row(/*       */ 401, 404, 404, 200, 200, 200, 200),
	overrideFinding: row(/* */ 401, 404, 404, 403, 403, 403, 200),
	listLate: row(/*        */ 401, 404, 404, 200, 200, 200, 200),
	acceptLate: row(/*      */ 401, 404, 404, 403, 403, 403, 200),
	declineLate: row(/*     */ 401, 404, 404, 403, 403, 403, 200),
	listIndicators: row(/*  */ 401, 404, 200, 200, 200, 200, 200),
	getIndicator: row(/*    */ 401, 404, 200, 200, 200, 200, 200),
	putIndicatorValues: row(401, 403, 200, 403, 200, 200, 200),
	listValues: row(/*      */ 401, 404, 200, 200, 200, 200, 200),
	previewImport: row(/*   */ 401, 403, 200, 403, 200, 200, 200),
	importValues: row(/*    */ 401, 403, 200, 403, 200, 200, 200),
	listGroups: row(/*      */ 401, 404, 200, 200, 200, 200, 200),
	createGroup: row(/*     */ 401, 403, 403, 200, 403, 403, 200),
	changeGroup: row(/*     */ 401, 403, 403, 200, 403, 403, 200),
	searchKpis: row(/*      */ 401, 403, 403, 200, 403, 403, 200),
	searchGroups: row(/*    */ 401, 403, 403, 200, 403, 403, 200),
	startFetch: row(/*      */ 401, 403, 403, 200, 403, 403, 200),
	getFetch: row(/*        */ 401, 403, 403, 200, 403, 403, 200),
	cancelFetch: row(/*     */ 401, 403, 403, 200, 403, 403, 200),
	listNotices: row(/*     */ 401, 403, 403, 200, 403, 403, 200),
	settleNotice: row(/*    */ 401, 403, 403, 200, 403, 403, 200),
	listDrift: row(/*       */ 401, 404, 404, 200, 200, 200, 200),
	listEditions: row(/*    */ 200, 200, 200, 200, 200, 200, 200),
	getEdition: row(/*      */ 200, 200, 200, 200, 200, 200, 200),
	withdrawForms: row(/*   */ 401, 404, 404, 403, 403, 403, 200),
	search: row(/*          */ 200, 200, 200, 200, 200, 200, 200),
	getDescription: row(/*  */ 200, 200, 200, 200, 200, 200, 200)
};

const KEY = 'figures.education';
const DECISION = {
	body: 'Kommunfullmäktige',
	date: '2024-06-17',
	paragraph: '§ 71',
	registryNumber: 'KS 2024/112'
};

const GROUP = {
	kind: 'own',
	year: 2024,
	members: [{ id: '2183', title: 'Bollnäs' }]
};
let groups = 0;

const CSV = 'Nyckeltal;Period;Värde;Källa\nU31803;2019;12,5;Egen räkning\n';

/** An indicator of pupils, which the section about safety shows. */
const ABSENCE = 'ind-hog-franvaro';
const absence = async (world: World) => {
	const { body } = await world.as('coordinator', 'GET', `/indicators/${ABSENCE}`);
	return { version: Number(body?.['version']) };
};

/** A valid request of an operation: its address with an id in it, and what is sent. */
type Request = { path: string; json?: unknown };

async function requestFor(world: World, id: OperationId): Promise<Request> {
	const at = (thing: string) => operations[id].path.replace('{id}', thing);
	const firstOf = async (list: string) => {
		const { body } = await world.as('coordinator', 'GET', list);
		return (body?.['items'] as { id: string; version: number }[])[0] ?? { id: '', version: 0 };
	};
	switch (id) {
		case 'listReports':
		case 'listIndicators':
		case 'listEditions':
		case 'getDescription':
			return { path: at('') };
		case 'search':
			return { path: `${at('')}?q=skola` };
		case 'createReport':
			return { path: at(''), json: { title: 'Nytt', reportYear: 2024, variant: 'board' } };
		case 'getReport':
			return { path: at(await world.reportId(2023)) };
		case 'publishReport':
			return {
				path: at(await world.reportId(2022)),
				json: { decision: DECISION, note: 'Rättad tabell.' }
			};
		case 'getSection':
		case 'getPreviousSection':
		case 'listFindings':
		case 'listLate':
			return { path: at((await world.section(KEY)).id) };
		case 'getSectionFigure':
			return { path: at((await world.section(KEY)).id).replace('{indicator}', ABSENCE) };
		case 'getRollUp':
			return { path: `${at((await world.section(KEY)).id)}?shows=figures` };
		case 'submitSection': {
			const section = await world.bring(KEY, 'draft');
			return { path: at(section.id), json: { seq: section.seq } };
		}
		case 'approveSection': {
			const section = await world.bring(KEY, 'submitted');
			const { body } = await world.as('coordinator', 'GET', `/sections/${section.id}`);
			return { path: at(section.id), json: { hash: body?.['hash'] } };
		}
		case 'returnSection':
			return { path: at((await world.bring(KEY, 'submitted')).id), json: { reason: 'Mer text.' } };
		case 'reopenSection':
			return { path: at((await world.bring(KEY, 'approved')).id), json: { reason: 'Fel tal.' } };
		case 'overrideFinding': {
			const { id: section } = await world.section('figures.safety');
			const { version } = await absence(world);
			const value = { period: '2019', breakdown: `grupp ${version}`, value: '3', source: 'Egen' };
			const values = `/indicators/${ABSENCE}/values`;
			await world.as('coordinator', 'PUT', values, { json: { version, values: [value] } });
			const { body } = await world.as('coordinator', 'GET', `/sections/${section}/findings`);
			const items = body?.['items'] as { finding: string; severity: string }[];
			const finding = items.find((f) => f.severity === 'blocking')?.finding ?? '';
			return { path: at(section), json: { finding, reason: 'Uppgiften är redan offentlig.' } };
		}
		case 'acceptLate':
			await world.bring(KEY, 'draft');
			return { path: at(await world.late(KEY)) };
		case 'declineLate':
			return { path: at(await world.late(KEY)), json: { reason: 'Står redan i texten.' } };
		case 'getIndicator':
			return { path: at((await firstOf('/indicators')).id) };
		case 'putIndicatorValues': {
			const { id: indicator, version } = await firstOf('/indicators');
			const value = { period: '2019', value: '12,5', source: 'Egen räkning' };
			return { path: at(indicator), json: { version, values: [value] } };
		}
		case 'previewImport':
			return { path: at(''), json: { csv: CSV } };
		case 'importValues': {
			const { body } = await world.as('coordinator', 'POST', '/values/preview', {
				json: { csv: CSV }
			});
			return { path: at(''), json: { csv: CSV, seen: body?.['seen'] } };
		}
		case 'listValues':
		case 'listGroups':
		case 'getFetch':
		case 'cancelFetch':
		case 'listNotices':
			return { path: at('') };
		case 'searchKpis':
		case 'searchGroups':
			return { path: `${at('')}?title=kommun` };
		case 'createGroup':
			return { path: at(''), json: { ...GROUP, name: `grannar ${(groups += 1)}` } };
		case 'changeGroup': {
			const made = await world.app.commands.saveGroup({
				by: people.coordinator.id,
				groupId: null,
				version: 0,
				input: { ...GROUP, externalId: '', name: `andra ${(groups += 1)}` }
			});
			if (!made.ok) throw new Error('no group');
			const { groupId, version } = made.value;
			return { path: at(groupId), json: { ...GROUP, version, name: `nya ${groups}` } };
		}
		case 'startFetch':
			await world.app.kolada.settled(municipality.id);
			return {
				path: at(''),
				json: {
					indicatorIds: ['ind-ekonomiskt-bistand'],
					series: ['own', 'demo-riket'],
					years: ['2024'],
					code: '2182'
				}
			};
		case 'settleNotice':
			return { path: at(await world.notice()), json: { take: false } };
		case 'listDrift':
			return { path: at(await world.reportId(2023)) };
		case 'getEdition':
			return { path: at((await firstOf('/editions')).id) };
		case 'withdrawForms': {
			const json = { forms: ['summary'], reason: 'Ett namn syntes.' };
			return { path: at((await firstOf('/editions')).id), json };
		}
	}
}

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

describe('by operation and role', () => {
	for (const [id, operation] of operationList)
		test(`[A2] [A8] ${id} answers each role as the table says`, async () => {
			const answers: Partial<Row> = {};
			for (const who of WHO) {
				const { path, ...ask } = await requestFor(world, id);
				const { status } = await world.as(who, operation.method, path, ask);
				answers[who ?? 'nobody'] = status;
			}
			expect(answers).toEqual(TABLE[id]);
		});
});

test('[A8] what one may not see is answered like what does not exist, to the letter', async () => {
	for (const id of Object.keys(operations) as OperationId[]) {
		if (TABLE[id].stranger !== 404) continue;
		const { path, ...ask } = await requestFor(world, id);
		const nothing = operations[id].path.replace('{id}', 'no-such-thing');
		const { method } = operations[id];
		const hidden = await world.as('stranger', method, path, ask);
		const missing = await world.as('stranger', method, nothing, ask);
		expect([id, hidden.status, hidden.body]).toEqual([id, missing.status, missing.body]);
		expect([...hidden.headers]).toEqual([...missing.headers]);
	}
});

test('[A4] [A8] another authority’s writer finds no report in the list', async () => {
	const mine = await world.as('education', 'GET', '/reports');
	const theirs = await world.as('stranger', 'GET', '/reports');
	expect(mine.body?.['items']).not.toEqual([]);
	expect(theirs.body).toEqual({ items: [], next: null });
});

test('[A7] a coordinator who wrote in the section does not approve it', async () => {
	const { id } = await world.bring(KEY, 'draft');
	const { appendUpdate } = await import('#server/store/log.ts');
	const { getSection } = await import('#server/store/sections.ts');
	const { people } = await import('#server/demo/people.ts');
	await world.app.read(async (tx) => {
		const section = await getSection(tx, id);
		if (!section) throw new Error('the section is gone');
		// An update that says nothing, but is signed.
		const update = { personId: people.coordinator.id, at: 0, bytes: new Uint8Array([0, 0]) };
		await appendUpdate(tx, section, update);
	});
	await world.bring(KEY, 'submitted');
	const seen = await world.as('coordinator', 'GET', `/sections/${id}`);
	const json = { hash: seen.body?.['hash'] };
	const refused = await world.as('coordinator', 'POST', `/sections/${id}/approve`, { json });
	expect([refused.status, refused.error['code'], refused.error['why']]).toEqual([
		403,
		'forbidden',
		'fourEyes'
	]);
	const other = await world.as('deputy', 'POST', `/sections/${id}/approve`, { json });
	expect(other.status).toBe(200);
});
