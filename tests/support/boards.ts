import { areaTableNode } from '#core/area-nodes.ts';
import type { DocNode, EditionModel } from '#core/publication.ts';
import { seedUpdate } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { people } from '#server/demo/people.ts';
import { getEdition } from '#server/store/editions.ts';
import { appendUpdate } from '#server/store/log.ts';
import { insertAuthority, insertDepartment } from '#server/store/organisation.ts';
import { insertGrant } from '#server/store/people.ts';
import { insertReport, listReports } from '#server/store/reports.ts';
import { insertSection } from '#server/store/sections.ts';
import { openStore, type Tx } from '#server/store/store.ts';
import { resolve } from 'node:path';
import { approveNow, by, must, publishPlain, submitNow } from './act.ts';

/** A board beside the demo's own authority, which the deputy coordinates, with a published report. */

export const BOARD = { id: 'namnd-social', name: 'Socialnämnden' };
const MUNICIPALITY = 'demo-exempelkommun';

export const paragraph = (text: string): DocNode => ({
	type: 'paragraph',
	content: [{ type: 'text', text }]
});

/** A plan of two areas, of which one names the board's department. */
export const boardPlan = areaTableNode('plan', 'Plan för 2024', [
	{
		id: 'omrade-vald',
		title: 'Våld i nära relationer',
		departments: ['namnd-social-forvaltning'],
		articles: [19],
		responsible: 'Enhetschefen',
		due: 'Hösten 2024',
		measures: [
			{ id: 'm1', text: 'Alla utredningar frågar om våld.' },
			{ id: 'm2', text: 'Barn får en egen kontaktperson.' }
		],
		results: [{ id: 'r1', text: 'Fler barn får stöd i tid.', measures: ['m1'] }]
	},
	{
		id: 'omrade-delaktig',
		title: 'Barns delaktighet',
		measures: [{ id: 'm3', text: 'Barn tillfrågas i varje ärende.' }]
	}
]);

/** What became of last year's, written as before there were areas. */
export const boardFollowUp: DocNode = {
	type: 'table',
	attrs: { purpose: 'followUp', caption: 'Uppföljning av 2022' },
	content: [
		['Område', 'Status'],
		['Familjehem', 'Genomförd'],
		['Samverkan', 'Påbörjad']
	].map((cells, r) => ({
		type: 'tableRow',
		content: cells.map((text) => ({
			type: r === 0 ? 'tableHeader' : 'tableCell',
			attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null },
			content: [paragraph(text)]
		}))
	}))
};

/** A section in the store: with content and nobody's words, as the demo's are. */
export async function addSection(
	tx: Tx,
	at: { id: string; reportId: string; key: string; title: string; position: number },
	content: DocNode[]
): Promise<void> {
	const { id, key, position } = at;
	await insertSection(tx, {
		...at,
		municipalityId: MUNICIPALITY,
		number: String(position + 1),
		chapterKey: key,
		chapterNumber: String(position + 1),
		chapterTitle: at.title,
		departmentId: null,
		articles: [],
		required: true,
		requiredBlocks: [],
		help: [],
		stateAt: 1
	});
	await appendUpdate(
		tx,
		{ id, municipalityId: MUNICIPALITY, epoch: 1, seq: 0 },
		{ personId: null, at: 1, bytes: seedUpdate({ type: 'doc', content }) }
	);
}

/** The board, its department, its coordinator and its report of 2023, in draft. */
export async function addBoard(
	tx: Tx,
	{ id, name }: { id: string; name: string } = BOARD,
	sections: Record<string, DocNode[]> = {
		plan: [paragraph('Det här lovar vi.'), boardPlan],
		followUp: [boardFollowUp],
		figures: [
			{ type: 'indicator', attrs: { indicator: 'ind-trygghet-i-skolan' } },
			{ type: 'figure', attrs: { indicator: 'ind-barnbokslan' } }
		]
	}
): Promise<string> {
	const municipalityId = MUNICIPALITY;
	await insertAuthority(tx, { id, municipalityId, name });
	await insertDepartment(tx, {
		id: `${id}-forvaltning`,
		municipalityId,
		authorityId: id,
		name: `${name}s förvaltning`,
		abbreviation: 'SOF'
	});
	await insertGrant(tx, {
		id: `${id}-grant`,
		municipalityId,
		personId: people.deputy.id,
		role: 'coordinator',
		authorityId: id
	});
	const reportId = `${id}-report`;
	await insertReport(tx, {
		id: reportId,
		municipalityId,
		authorityId: id,
		kind: 'barnbokslut',
		templateKey: 'barnbokslut',
		templateVersion: 1,
		variant: 'board',
		title: 'Barnbokslut 2023',
		slug: `${id}-2023`,
		reportYear: 2023,
		createdAt: 1
	});
	for (const [position, [key, content]] of Object.entries(sections).entries())
		await addSection(tx, { id: `${id}-${key}`, reportId, key, title: key, position }, content);
	return reportId;
}

export const BOARD_DECISION = {
	body: BOARD.name,
	date: '2024-03-12',
	paragraph: '§ 14',
	registryNumber: 'SN 2024/3'
};

/** Approves what is not, and publishes; tells the edition's id. */
export async function publishBoard(app: App, reportId: string, keys: string[]): Promise<string> {
	const id = reportId.replace(/-report$/, '');
	for (const key of keys) {
		must(await submitNow(app, 'deputy', `${id}-${key}`));
		must(await approveNow(app, 'deputy', `${id}-${key}`));
	}
	const published = await publishPlain(app, {
		by: by('deputy'),
		reportId,
		decision: BOARD_DECISION,
		note: 'Ny utgåva'
	});
	return must(published).editionId;
}

export async function modelOf(app: App, editionId: string): Promise<EditionModel> {
	const edition = await app.read((tx) => getEdition(tx, editionId));
	if (!edition) throw new Error('no such edition');
	return JSON.parse(edition.model) as EditionModel;
}

/** The board with an edition of all its sections. */
export async function boardWithEdition(app: App): Promise<{ reportId: string; editionId: string }> {
	const reportId = await app.read((tx) => addBoard(tx));
	const editionId = await publishBoard(app, reportId, ['plan', 'followUp', 'figures']);
	return { reportId, editionId };
}

/**
 * The demo in a file, with a board's published edition and a section of the municipality's report that
 * holds `content`; tells the report's id. For processes, which have their own writer.
 */
export async function demoFileWithBoard(file: string, content: DocNode[]): Promise<string> {
	const migrations = resolve('drizzle');
	const app = await createApp({ file, migrations, origin: 'http://localhost:3000' });
	const store = openStore({ file, migrations });
	try {
		await ensureDemo(app);
		// The app reads by a connection that does not write.
		const read: App['read'] = (work) => store.read(work);
		await boardWithEdition({ ...app, read });
		const reports = await store.read((tx) => listReports(tx, MUNICIPALITY));
		const reportId =
			reports.find((r) => r.reportYear === 2023 && r.authorityId !== BOARD.id)?.id ?? '';
		const at = { id: 'samlat', reportId, key: 'boards', title: 'Nämndernas löften', position: 90 };
		await store.read((tx) => addSection(tx, at, content));
		return reportId;
	} finally {
		store.close();
		await app.close();
	}
}
