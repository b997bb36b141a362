import { docJson, isValidDoc, loadDoc, seedUpdate } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { FRAGMENT } from '#schema/version.ts';
import { people } from '#server/demo/people.ts';
import { updatesBetween } from '#server/store/history.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocNode } from '#core/publication.ts';
import { sectionNow } from '../support/act.ts';
import { lastNote, until } from '../support/client.ts';
import { StandingGate } from '../support/gate.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';

const world = eachWithServer();

const words = (text: string): DocNode => ({
	type: 'paragraph',
	content: [{ type: 'text', text }]
});

/** What two people each do to their own copy of a text, and what the server makes of both. */
function merged(
	content: DocNode[],
	...changes: ((root: Y.XmlFragment) => void)[]
): { doc: DocNode; gate: StandingGate; copies: Y.Doc[] } {
	const base = seedUpdate({ type: 'doc', content });
	const gate = new StandingGate(base);
	const copies = changes.map((change) => {
		const doc = loadDoc([base]);
		const before = Y.encodeStateVector(doc);
		doc.transact(() => change(doc.getXmlFragment(FRAGMENT)));
		return { doc, update: Y.encodeStateAsUpdate(doc, before) };
	});
	const sent = copies.flatMap(({ update }, i) => {
		const answer = gate.submit(update, `person ${i}`);
		expect(answer.refusal).toBeNull();
		return answer.sent;
	});
	for (const { doc } of copies) for (const update of sent) Y.applyUpdate(doc, update);
	return { doc: docJson(gate.doc), gate, copies: copies.map((c) => c.doc) };
}

/** The element at a path from the root. */
const child = (root: Y.XmlFragment, ...path: number[]): Y.XmlElement =>
	path.reduce<unknown>((at, i) => (at as Y.XmlFragment).get(i), root) as Y.XmlElement;

test('[W5] a quote that two people emptied keeps its place, with an empty paragraph of the server', () => {
	const { doc, gate, copies } = merged(
		[
			{ type: 'quote', attrs: { source: 'Elev' }, content: [words('ett'), words('två')] },
			words('x')
		],
		(root) => child(root, 0).delete(0, 1),
		(root) => child(root, 0).delete(1, 1)
	);
	expect(isValidDoc(doc)).toBe(true);
	expect(doc.content?.[0]).toMatchObject({ type: 'quote', content: [{ type: 'paragraph' }] });
	for (const copy of copies) expect(docJson(copy)).toEqual(doc);
	expect(docJson(loadDoc(gate.log))).toEqual(doc);
});

test('[W5] what is left of a list item keeps its text when its first paragraph goes', () => {
	const list: DocNode = {
		type: 'bulletList',
		content: [
			{
				type: 'listItem',
				content: [
					words('punkt'),
					{ type: 'bulletList', content: [{ type: 'listItem', content: [words('under')] }] }
				]
			}
		]
	};
	const { doc } = merged(
		[list, words('x')],
		(root) => child(root, 0, 0).delete(0, 1),
		(root) => {
			const text = child(root, 0, 0, 1, 0, 0).get(0) as unknown as Y.XmlText;
			text.insert(5, ' och mer');
		}
	);
	expect(isValidDoc(doc)).toBe(true);
	expect(plainText(doc)).toContain('under och mer');
});

test('[W5] a section, a table and a list that merging emptied are whole again', () => {
	const table: DocNode = {
		type: 'table',
		content: [1, 2].map(() => ({
			type: 'tableRow',
			content: [{ type: 'tableCell', content: [words('cell')] }]
		}))
	};
	const list: DocNode = {
		type: 'orderedList',
		content: [1, 2].map(() => ({ type: 'listItem', content: [words('punkt')] }))
	};
	for (const content of [[table], [list], [words('ett'), words('två')]]) {
		const isRoot = content.length === 2;
		const drop = (i: number) => (root: Y.XmlFragment) =>
			(isRoot ? root : child(root, 0)).delete(i, 1);
		const { doc } = merged(content, drop(0), drop(1));
		expect(isValidDoc(doc), JSON.stringify(doc)).toBe(true);
	}
});

test('[W5] the server writes what it mended in its own name, in the same breath, and nobody reads the fault', async () => {
	const { server } = world;
	const id = await sectionId(server.app, 'units.culture');
	const a = await world.join(id, 'culture');
	const reader = await world.join(id, 'coordinator');
	const quote = new Y.XmlElement('quote');
	for (const text of ['ett', 'två']) {
		const p = new Y.XmlElement('paragraph');
		p.insert(0, [new Y.XmlText(text)]);
		quote.push([p]);
	}
	a.doc.getXmlFragment(FRAGMENT).insert(0, [quote]);
	await until(() => reader.text().includes('två'), 'the quote at the reader');
	const b = await world.join(id, 'coordinator');
	const faults: string[] = [];
	reader.doc.on('update', () => {
		if (!isValidDoc(docJson(reader.doc))) faults.push(reader.text());
	});
	// Both without connection: neither sees what the other does.
	a.provider.disconnect();
	b.provider.disconnect();
	const first = (doc: Y.Doc) => doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement;
	first(a.doc).delete(0, 1);
	first(b.doc).delete(1, 1);
	a.provider.connect();
	b.provider.connect();
	await until(
		() => !reader.text().includes('ett') && !reader.text().includes('två'),
		'both deletions'
	);
	await until(() => lastNote(reader, 'hash') !== undefined, 'rest');
	expect(faults).toEqual([]);
	expect(isValidDoc(docJson(reader.doc))).toBe(true);
	expect(reader.text()).toContain('<quote');
	const section = await sectionNow(server.app, id);
	const rows = await server.app.read((tx) =>
		updatesBetween(tx, section, { after: 1, upTo: section.seq })
	);
	expect(rows.filter((row) => row.personId === null)).toHaveLength(1);
	// A7: mending is no writing.
	expect(rows.some((row) => row.personId === people.culture.id)).toBe(true);
});
