import { seedUpdate } from '#schema/content.ts';
import { FRAGMENT } from '#schema/version.ts';
import type { App } from '#server/app.ts';
import { appendUpdate } from '#server/store/log.ts';
import {
	insertAuthority,
	insertDepartment,
	insertMunicipality
} from '#server/store/organisation.ts';
import { insertGrant, insertPerson } from '#server/store/people.ts';
import { insertReport } from '#server/store/reports.ts';
import { insertSection, setShares } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import * as Y from 'yjs';
import { DEPARTMENTS, WHO, type Department, type Given, type Who } from './acts.ts';
import type { Section, World } from './model.ts';

/** Where a run happens: a municipality of its own with two boards, in the store and in the model. */
export type Place = {
	app: App;
	world: World;
	id: string;
	person: (who: Who) => string;
	department: (name: Department) => string;
	section: (at: 0 | 1) => string;
	/** What was given back by acts: ids of threads and late contributions, hashes of submissions. */
	known: { threads: string[]; late: string[]; hashes: string[] }[];
	/** By what stood there: the hash that it must always have. */
	hashOf: Map<string, string>;
	/** A Yjs client that nobody has had. */
	nextClient: () => number;
};

const ROLES: Record<Who, Given[]> = {
	administrator: [{ role: 'administrator' }],
	coordinator: [{ role: 'coordinator', board: 'own', report: null }],
	second: [{ role: 'coordinator', board: 'own', report: null }],
	ofReport: [{ role: 'coordinator', board: 'own', report: 'this' }],
	ofOtherReport: [{ role: 'coordinator', board: 'own', report: 'another' }],
	ofOtherBoard: [{ role: 'coordinator', board: 'other', report: null }],
	owning: [{ role: 'writer', department: 'owning' }],
	shared: [{ role: 'writer', department: 'shared' }],
	rows: [{ role: 'writer', department: 'rows' }],
	sibling: [{ role: 'writer', department: 'sibling' }],
	foreign: [{ role: 'writer', department: 'foreign' }],
	member: [{ role: 'councilMember' }],
	nobody: []
};

let runs = 0;
let clients = 1000;

/** The people, the boards and two sections: the one of a department, the other the coordinator's own. */
export async function newPlace(app: App, world: World): Promise<Place> {
	const id = `m${(runs += 1)}`;
	const place: Place = {
		app,
		world,
		id,
		person: (who) => `${id}-${who}`,
		department: (name) => `${id}-d-${name}`,
		section: (at) => `${id}-s${at}`,
		known: [0, 1].map(() => ({ threads: [], late: [], hashes: [] })),
		hashOf: new Map(),
		nextClient: () => (clients += 1)
	};
	await app.read((tx) => build(tx, place));
	return place;
}

/** A role as the store and the commands take it. */
export function grantOf(place: Place, given: Given) {
	const none = { departmentId: null, authorityId: null, reportId: null };
	if (given.role === 'writer')
		return { ...none, role: given.role, departmentId: place.department(given.department) };
	if (given.role !== 'coordinator') return { ...none, role: given.role };
	const { board, report } = given;
	const reportId = report === null ? null : `${place.id}-r-${board === 'own' ? report : 'other'}`;
	return { role: given.role, departmentId: null, authorityId: `${place.id}-${board}`, reportId };
}

async function build(tx: Tx, place: Place): Promise<void> {
	const { id: municipalityId, world } = place;
	await insertMunicipality(tx, { id: municipalityId, name: municipalityId, createdAt: 1 });
	for (const board of ['own', 'other'])
		await insertAuthority(tx, { id: `${municipalityId}-${board}`, municipalityId, name: board });
	for (const name of DEPARTMENTS)
		await insertDepartment(tx, {
			id: place.department(name),
			municipalityId,
			authorityId: `${municipalityId}-${name === 'foreign' ? 'other' : 'own'}`,
			name
		});
	for (const report of ['this', 'another', 'other'])
		await insertReport(tx, {
			id: `${municipalityId}-r-${report}`,
			municipalityId,
			authorityId: `${municipalityId}-${report === 'other' ? 'other' : 'own'}`,
			kind: 'barnbokslut',
			templateKey: 'barnbokslut',
			templateVersion: 1,
			variant: 'board',
			title: report,
			slug: `${municipalityId}-${report}`,
			reportYear: 2025,
			createdAt: 1
		});
	for (const who of WHO) {
		const personId = place.person(who);
		await insertPerson(tx, {
			id: personId,
			municipalityId,
			name: who,
			email: `${personId}@demo.example`,
			passwordHash: '',
			createdAt: 1
		});
		for (const [i, given] of world.roles[who].entries())
			await insertGrant(tx, {
				id: `${personId}-${i}`,
				municipalityId,
				personId,
				...grantOf(place, given)
			});
	}
	for (const at of [0, 1] as const) await addSection(tx, place, at);
}

async function addSection(tx: Tx, place: Place, at: 0 | 1): Promise<void> {
	const { id: municipalityId, world } = place;
	const { owner, title, whole, rows } = world.sections[at];
	const id = place.section(at);
	await insertSection(tx, {
		id,
		municipalityId,
		reportId: `${municipalityId}-r-this`,
		key: `s${at}`,
		position: at,
		number: String(at + 1),
		title,
		chapterKey: `s${at}`,
		chapterNumber: String(at + 1),
		chapterTitle: title,
		departmentId: owner === null ? null : place.department(owner),
		articles: [],
		required: true,
		requiredBlocks: [],
		help: [],
		stateAt: 1
	});
	const named = (all: Department[]) => all.map((one) => place.department(one));
	await setShares(tx, { id, municipalityId }, named([...whole, ...rows]), named(rows));
	const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Först.' }] }];
	await appendUpdate(
		tx,
		{ id, municipalityId, epoch: 1, seq: 0 },
		{ personId: null, at: 1, bytes: seedUpdate({ type: 'doc', content }) }
	);
}

/** The same in the model. */
export function newWorld(): World {
	const section = (owner: Department | null): Section => ({
		state: 'draft',
		stateBy: null,
		stateAt: 1,
		version: 1,
		seq: 1,
		title: 'Rubrik',
		owner,
		whole: ['shared'],
		rows: ['rows'],
		words: [],
		writers: new Set(),
		fixed: [],
		approvals: [],
		threads: [],
		late: []
	});
	return {
		now: 1_790_000_000_000,
		fourEyes: true,
		roles: { ...ROLES },
		open: Object.fromEntries(WHO.map((who) => [who, true])) as Record<Who, boolean>,
		sections: [section('owning'), section(null)],
		lines: 0,
		line: null
	};
}

/** A paragraph of one's own, as the update of a client that has seen nothing. */
export function paragraphOf(clientId: number, words: string): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = clientId;
	const element = new Y.XmlElement('paragraph');
	element.insert(0, [new Y.XmlText(words)]);
	doc.getXmlFragment(FRAGMENT).insert(0, [element]);
	const bytes = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return bytes;
}
