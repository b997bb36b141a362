import { areaNode, areaTableNode } from '#core/area-nodes.ts';
import { areaTablesOf, type Area } from '#core/areas.ts';
import type { DocNode } from '#core/publication.ts';
import { docJson, loadDoc } from '#schema/content.ts';
import { FRAGMENT } from '#schema/version.ts';
import { departments } from '#server/demo/people.ts';
import { documentBytes } from '#server/store/log.ts';
import { listLate } from '#server/store/late.ts';
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import { lastNote, until, type Client } from '../support/client.ts';
import { batchOf } from '../support/gate.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';

/** A3: a department with which a section is shared for its own rows only. */
const world = eachWithServer();
const SOCIAL = departments.find((d) => d.templateRole === 'social')?.id ?? '';
const CULTURE = departments.find((d) => d.templateRole === 'culture')?.id ?? '';

const area = (id: string, department: string) => ({
	id,
	title: `Område ${id}`,
	departments: [department],
	measures: [{ id: `${id}-m`, text: `Åtgärd ${id}` }]
});

let id = '';
beforeEach(async () => {
	id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'coordinator');
	const table = areaTableNode('plan', '', [area('s', SOCIAL), area('c', CULTURE)]);
	put(writer, table, 0);
	await until(async () => (await areas()).length === 2, 'the table is stored');
	writer.destroy();
	await share([SOCIAL], [SOCIAL]);
});

async function share(sharedWith: string[], rowsOnly: string[]): Promise<void> {
	const { version } = await sectionNow(world.server.app, id);
	must(
		await world.server.app.commands.changeSection({
			by: by('coordinator'),
			sectionId: id,
			version,
			sharedWith,
			rowsOnly
		})
	);
}

async function stored(): Promise<DocNode> {
	const section = await sectionNow(world.server.app, id);
	const { parts } = await world.server.app.read((tx) => documentBytes(tx, section));
	return docJson(loadDoc(parts));
}

const areas = async (): Promise<Area[]> => areaTablesOf(await stored()).flatMap((t) => t.areas);

/** Puts a node into the document at the place, as a Yjs client writes it. */
function put(client: Client, node: DocNode, at: number): void {
	client.doc.transact(() => {
		client.doc.getXmlFragment(FRAGMENT).insert(at, [elementOf(node)]);
	});
}

function elementOf(node: DocNode): Y.XmlElement {
	const element = new Y.XmlElement(node.type);
	for (const [name, value] of Object.entries(node.attrs ?? {}))
		if (value !== null) element.setAttribute(name, value as string);
	const isText = ['areaTitle', 'measureText', 'measureComment', 'expectedResult'].includes(
		node.type
	);
	element.insert(
		0,
		isText
			? [new Y.XmlText(node.content?.[0]?.text ?? '')]
			: (node.content ?? []).map((child) => elementOf(child))
	);
	return element;
}

/** The element of a row in a client's document. */
function row(client: Client, areaId: string): Y.XmlElement {
	for (const node of client.doc.getXmlFragment(FRAGMENT).createTreeWalker(() => true))
		if (
			node instanceof Y.XmlElement &&
			node.nodeName === 'area' &&
			node.getAttribute('id') === areaId
		)
			return node;
	throw new Error(`no row ${areaId}`);
}

function textIn(element: Y.XmlElement, at: number): Y.XmlText {
	let node: unknown = element.get(at);
	while (node instanceof Y.XmlElement) node = node.get(0);
	if (!(node instanceof Y.XmlText)) throw new Error('no text');
	return node;
}

/** The text after the table. */
function after(client: Client): Y.XmlText {
	const fragment = client.doc.getXmlFragment(FRAGMENT);
	return textIn(fragment.get(fragment.length - 1) as Y.XmlElement, 0);
}

const refusedAs = (client: Client) => lastNote(client, 'refused')?.refusal;
const NOT_YOURS = { code: 'forbidden', why: 'notYourRow' };

describe('who writes in their own rows only', () => {
	test('[A3] writes there letter by letter, adds a row of their own, moves it and takes it away', async () => {
		const social = await world.join(id, 'social');
		for (const letter of 'jeh') textIn(row(social, 's'), 1).insert(0, letter);
		row(social, 's').setAttribute('order', 'zz');
		const table = row(social, 's').parent as Y.XmlElement;
		table.insert(0, [elementOf(areaNode(area('ny', SOCIAL), 'a5'))]);
		await until(async () => (await areas()).length === 3, 'stored');
		expect((await areas()).find((a) => a.id === 's')?.measures[0]?.text).toBe('hejÅtgärd s');
		table.delete(0, 1);
		await until(async () => (await areas()).length === 2, 'taken away');
		expect(refusedAs(social)).toBeUndefined();
	});

	const forbidden: [string, (client: Client) => void][] = [
		['a letter in the row of another', (c) => textIn(row(c, 'c'), 0).insert(0, 'x')],
		['an erased letter in it', (c) => textIn(row(c, 'c'), 1).delete(0, 1)],
		['a letter outside of the rows', (c) => after(c).insert(0, 'x')],
		[
			'another’s row made theirs',
			(c) => row(c, 'c').setAttribute('departments', [CULTURE, SOCIAL] as never)
		],
		['their row given away', (c) => row(c, 's').setAttribute('departments', [CULTURE] as never)],
		['another’s row moved', (c) => row(c, 'c').setAttribute('order', 'Zz')],
		['another’s row taken away', (c) => (row(c, 'c').parent as Y.XmlElement).delete(1, 1)],
		['the table taken away', (c) => c.doc.getXmlFragment(FRAGMENT).delete(0, 1)],
		[
			'the table made a follow-up',
			(c) => (row(c, 'c').parent as Y.XmlElement).setAttribute('purpose', 'followUp')
		],
		[
			'a row for another',
			(c) =>
				(row(c, 's').parent as Y.XmlElement).insert(0, [
					elementOf(areaNode(area('ny', CULTURE), 'a5'))
				])
		],
		[
			'a row with the id of another’s',
			(c) =>
				(row(c, 's').parent as Y.XmlElement).insert(0, [
					elementOf(areaNode(area('c', SOCIAL), 'a5'))
				])
		],
		[
			'a row with the id of another’s measure',
			(c) =>
				(row(c, 's').parent as Y.XmlElement).insert(0, [
					elementOf(areaNode(area('c-m', SOCIAL), 'a5'))
				])
		],
		[
			'their row and another’s in one change',
			(c) =>
				c.doc.transact(() => {
					textIn(row(c, 's'), 0).insert(0, 'x');
					textIn(row(c, 'c'), 0).insert(0, 'x');
				})
		]
	];
	test.each(forbidden)('[A3] [L1] is refused %s, which is kept for them', async (_what, act) => {
		const social = await world.join(id, 'social');
		const other = await world.join(id, 'coordinator');
		const before = await stored();
		// So that a keystroke could take the fast road.
		textIn(row(social, 's'), 1).insert(0, 'a');
		await until(
			async () => JSON.stringify(await stored()) !== JSON.stringify(before),
			'own letter'
		);
		const own = await stored();
		act(social);
		await until(() => refusedAs(social) !== undefined, 'refused');
		expect(refusedAs(social)).toEqual(NOT_YOURS);
		expect(await stored()).toEqual(own);
		expect(yXmlFragmentToProsemirrorJSON(other.doc.getXmlFragment(FRAGMENT))).toMatchObject({
			type: 'doc'
		});
		// The room goes on for everybody else.
		textIn(row(other, 'c'), 0).insert(0, 'vidare ');
		await until(async () => (await areas()).some((a) => a.title === 'vidare Område c'), 'goes on');
		const late = await world.server.app.read((tx) => listLate(tx, id, null));
		expect(late.filter((one) => one.personId === by('social'))).toHaveLength(1);
	});

	test('[A6] is held to it from the moment of the change, and freed from it without a reload', async () => {
		await share([SOCIAL], []);
		const social = await world.join(id, 'social');
		textIn(row(social, 'c'), 0).insert(0, 'hela ');
		await until(
			async () => (await areas()).some((a) => a.title === 'hela Område c'),
			'whole section'
		);
		await share([SOCIAL], [SOCIAL]);
		textIn(row(social, 'c'), 0).insert(0, 'nej ');
		await until(() => refusedAs(social) !== undefined, 'limited');
		expect(refusedAs(social)).toEqual(NOT_YOURS);
		await share([SOCIAL], []);
		const again = await world.join(id, 'social');
		textIn(row(again, 'c'), 0).insert(0, 'åter ');
		await until(async () => (await areas()).some((a) => a.title === 'åter hela Område c'), 'freed');
	});

	test('[S10] what was judged without the limit is not stored once there is one', async () => {
		const { app } = world.server;
		const { epoch, seq } = await sectionNow(app, id);
		const doc = loadDoc((await app.read((tx) => documentBytes(tx, { id, epoch }))).parts);
		const updates: Uint8Array[] = [];
		doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
		doc.getXmlFragment(FRAGMENT).insert(0, [new Y.XmlElement('paragraph')]);
		const bytes = updates[0] ?? new Uint8Array();
		const update = { personId: by('social'), clientId: doc.clientID, bytes };
		for (const rows of [undefined, [CULTURE], [SOCIAL]]) {
			const batch = batchOf(id, epoch, update);
			const authors = batch.authors.map((a) => ({ ...a, ...(rows ? { rows } : {}) }));
			const { rooms } = must(await app.commands.appendUpdates({ rooms: [{ ...batch, authors }] }));
			// The last was held to their rows: whether rightly is the gate's to say, not the store's.
			expect(rooms[0]?.refusal ?? null).toEqual(rows?.[0] === SOCIAL ? null : NOT_YOURS);
			expect(rooms[0]?.stored).toBe(rows?.[0] === SOCIAL ? 1 : 0);
		}
		expect((await sectionNow(app, id)).seq).toBe(seq + 1);
	});

	test('[A3] does not submit the section; who owns it or has it whole is not limited', async () => {
		const { app } = world.server;
		expect(refusalOf(await submitNow(app, 'social', id))).toEqual(NOT_YOURS);
		await share([SOCIAL, CULTURE], [SOCIAL, CULTURE]);
		const culture = await world.join(id, 'culture');
		textIn(row(culture, 's'), 0).insert(0, 'ägaren ');
		await until(
			async () => (await areas()).some((a) => a.title === 'ägaren Område s'),
			'the owner'
		);
	});
});

test('[A3] shares for rows alone are of those with whom it is shared, and stand in the trail', async () => {
	const { app } = world.server;
	await share([CULTURE], [SOCIAL, CULTURE]);
	expect(await sectionNow(app, id)).toMatchObject({ sharedWith: [CULTURE], rowsOnly: [CULTURE] });
	await share([], []);
	expect(await sectionNow(app, id)).toMatchObject({ sharedWith: [], rowsOnly: [] });
});
