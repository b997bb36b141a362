import { readUpdate } from '#collab/gate.ts';
import { LIMITS } from '#collab/limits.ts';
import { GatedDocument } from '#collab/gated-document.ts';
import { docJson, loadDoc, seedUpdate } from '#schema/content.ts';
import { FRAGMENT } from '#schema/version.ts';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ruleOf, StandingGate } from '../support/gate.ts';
import { mulberry } from '../support/random.ts';

const base = seedUpdate({
	type: 'doc',
	content: [
		{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Rubrik' }] },
		{ type: 'paragraph', content: [{ type: 'text', text: 'Första stycket' }] },
		{ type: 'paragraph' }
	]
});

/** A client's copy of the document, and what it writes as one update. */
function write(change: (doc: Y.Doc, root: Y.XmlFragment) => void, clientID = 77): Uint8Array {
	const doc = loadDoc([base]);
	doc.clientID = clientID;
	const before = Y.encodeStateVector(doc);
	doc.transact(() => change(doc, doc.getXmlFragment(FRAGMENT)));
	return Y.encodeStateAsUpdate(doc, before);
}

const paragraph = (root: Y.XmlFragment) => root.get(1) as Y.XmlElement;
const words = (root: Y.XmlFragment) => paragraph(root).get(0) as Y.XmlText;

/** The client ids whose structs an update holds; none when it cannot be read. */
function idsIn(update: Uint8Array): number[] {
	try {
		return Y.decodeUpdate(update).structs.map((s) => s.id.client);
	} catch {
		return [];
	}
}

/** What the gate says: `ok`, or the rule that the update breaks. */
function verdict(update: Uint8Array, isMine: (id: number) => boolean = () => true): string {
	// Whatever is not the sender's belongs to somebody.
	const claims = new Map<number, string>();
	for (const client of Y.parseUpdateMeta(base).from.keys()) claims.set(client, 'base');
	const gate = new GatedDocument(loadDoc([base]), claims, base.byteLength);
	for (const id of idsIn(update)) if (!isMine(id)) claims.set(id, 'another');
	const judged = gate.judge(update, 'sender');
	gate.destroy();
	return judged.kind === 'refused' ? ruleOf(judged.refusal) : 'ok';
}

const honest: [string, (doc: Y.Doc, root: Y.XmlFragment) => void][] = [
	['a letter', (_d, root) => words(root).insert(3, 'x')],
	['a deletion', (_d, root) => words(root).delete(0, 4)],
	['bold', (_d, root) => words(root).format(0, 4, { bold: {} })],
	['a link', (_d, root) => words(root).format(0, 4, { link: { href: 'https://exempel.se/a' } })],
	['no bold any more', (_d, root) => words(root).format(0, 4, { bold: null })],
	[
		'a paragraph with text',
		(_d, root) => {
			const p = new Y.XmlElement('paragraph');
			p.insert(0, [new Y.XmlText('nytt')]);
			root.insert(2, [p]);
		}
	],
	['a level', (_d, root) => (root.get(0) as Y.XmlElement).setAttribute('level', 2 as never)],
	[
		'an indicator',
		(_d, root) => {
			const block = new Y.XmlElement('indicator');
			block.setAttribute('indicator', 'ind-1');
			root.push([block]);
		}
	],
	['a note of a thousand letters', (_d, root) => paragraph(root).push([noteOf(1000)])],
	[
		'works and a signature',
		(_d, root) => {
			const works = new Y.XmlElement('references');
			works.insert(0, [new Y.XmlElement('paragraph')]);
			root.push([works, signatureOf('2016-03-16')]);
		}
	]
];

function noteOf(letters: number): Y.XmlElement {
	const note = new Y.XmlElement('footnote');
	note.setAttribute('text', 'x'.repeat(letters));
	return note;
}

function signatureOf(date: string): Y.XmlElement {
	const signature = new Y.XmlElement('signature');
	signature.setAttribute('date', date);
	return signature;
}

test.each(honest)('[W5] what people write passes: %s', (_name, change) => {
	expect(verdict(write(change))).toBe('ok');
});

const nested = (depth: number) => (_d: Y.Doc, root: Y.XmlFragment) => {
	let at: Y.XmlFragment = root;
	for (let i = 0; i < depth; i++) {
		const list = new Y.XmlElement('bulletList');
		const item = new Y.XmlElement('listItem');
		at.push([list]);
		list.push([item]);
		at = item;
	}
};

type Hostile = [string, string, (doc: Y.Doc, root: Y.XmlFragment) => void];

const hostile: Hostile[] = [
	['an unknown node', 'node', (_d, root) => root.push([new Y.XmlElement('script')])],
	[
		'a node where it may not stand',
		'node',
		(_d, root) => root.push([new Y.XmlElement('listItem')])
	],
	[
		'an element that calls itself a text',
		'node',
		(_d, r) => paragraph(r).insert(0, [new Y.XmlElement('text')])
	],
	['a text in the root', 'node', (_d, root) => root.push([new Y.XmlText('lös')])],
	['an unknown attribute', 'attribute', (_d, r) => paragraph(r).setAttribute('onclick', 'x')],
	[
		'an attribute of the prototype',
		'attribute',
		(_d, r) => paragraph(r).setAttribute('__proto__', 'x')
	],
	[
		'an attribute value',
		'attributeValue',
		(_d, r) => (r.get(0) as Y.XmlElement).setAttribute('level', 7 as never)
	],
	...(
		[
			['chart', 'pie'],
			['chart', 3],
			['decimals', 3],
			['decimals', '2'],
			['unit', 'x'.repeat(41)],
			['source', 'x'.repeat(501)]
		] as const
	).map(([name, value]): Hostile => [
		`a table's ${name} ${String(value).slice(0, 4)}`,
		'attributeValue',
		(_d, r) => {
			const table = new Y.XmlElement('table');
			table.setAttribute(name, value as never);
			r.push([table]);
		}
	]),
	['a note that is too long', 'attributeValue', (_d, r) => paragraph(r).push([noteOf(1001)])],
	['a note outside of a line', 'node', (_d, r) => r.push([noteOf(1)])],
	['a date without end', 'attributeValue', (_d, r) => r.push([signatureOf('1'.repeat(101))])],
	['an unknown mark', 'mark', (_d, r) => words(r).format(0, 2, { blink: {} })],
	['a mark of the prototype', 'mark', (_d, r) => words(r).format(0, 2, { toString: {} } as object)],
	[
		'a link that runs a script',
		'markValue',
		(_d, r) => words(r).format(0, 2, { link: { href: 'java\tscript:alert(1)' } })
	],
	[
		'a mark with more than it has',
		'markValue',
		(_d, r) => words(r).format(0, 2, { bold: { style: 'x' } })
	],
	['an embed', 'textContent', (_d, r) => words(r).insertEmbed(0, { image: 'x' })],
	['another root', 'root', (d) => d.getMap('hidden').set('a', 1)],
	['a map as a node', 'type', (_d, r) => r.push([new Y.Map() as never])],
	['nesting without end', 'depth', nested(60)]
];

test.each(hostile)('[W5] %s is refused as %s', (_name, rule, change) => {
	expect(verdict(write(change))).toBe(rule);
});

test('[W5] an update with a client id of somebody else is refused', () => {
	expect(
		verdict(
			write((_d, r) => words(r).insert(0, 'x'), 5),
			(id) => id !== 5
		)
	).toBe('clientOfAnother');
});

test('[W5] an update whose base is not known is refused', () => {
	const doc = loadDoc([base]);
	doc.clientID = 9;
	words(doc.getXmlFragment(FRAGMENT)).insert(0, 'a');
	const known = Y.encodeStateVector(doc);
	words(doc.getXmlFragment(FRAGMENT)).insert(1, 'b');
	expect(verdict(Y.encodeStateAsUpdate(doc, known))).toBe('gap');
});

test('[W5] a deletion of what is not known is refused, one of what is deleted already is nothing new', () => {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0); // no structs
	encoding.writeVarUint(encoder, 1); // one client
	encoding.writeVarUint(encoder, 4242);
	encoding.writeVarUint(encoder, 1); // one range
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint(encoder, 5);
	expect(verdict(encoding.toUint8Array(encoder))).toBe('deletesUnknown');

	const live = loadDoc([base]);
	words(live.getXmlFragment(FRAGMENT)).delete(0, 3);
	const again = readUpdate(
		Y.encodeStateAsUpdate(live, Y.encodeStateVector(live)),
		live,
		() => false
	);
	expect(again).toMatchObject({ ok: true, value: { isEmpty: true } });
});

test('[W5] seven bytes that promise 33 million structs cost nothing and are refused', () => {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 1);
	encoding.writeVarUint(encoder, 33_000_000);
	encoding.writeVarUint(encoder, 1);
	encoding.writeVarUint(encoder, 0);
	expect(verdict(encoding.toUint8Array(encoder))).toBe('undecodable');
});

test('[W5] a struct that would silence a client for good is refused', () => {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 1); // one client
	encoding.writeVarUint(encoder, 1); // one struct
	encoding.writeVarUint(encoder, 77); // the client
	encoding.writeVarUint(encoder, 0); // its clock
	encoding.writeUint8(encoder, 0); // a GC struct
	encoding.writeVarUint(encoder, 2 ** 45); // of this length
	encoding.writeVarUint(encoder, 0); // no deletes
	expect(verdict(encoding.toUint8Array(encoder))).toBe('span');
});

test('[W10] an update over the frame limit is refused before it is read', () => {
	expect(verdict(new Uint8Array(LIMITS.frame + 1))).toBe('tooLarge');
});

test('[W5] an item whose right origin cannot be reached from its left one is refused as order', () => {
	// What undo can write (yjs#794): both origins are the same item.
	const doc = loadDoc([base]);
	const text = words(doc.getXmlFragment(FRAGMENT));
	const first = text._first;
	if (!first) throw new Error('no item');
	const origin = Y.createID(first.id.client, first.id.clock);
	const encoder = new Y.UpdateEncoderV1();
	encoding.writeVarUint(encoder.restEncoder, 1);
	encoding.writeVarUint(encoder.restEncoder, 1);
	encoder.writeClient(77);
	encoding.writeVarUint(encoder.restEncoder, 0);
	new Y.Item(
		Y.createID(77, 0),
		null,
		origin,
		null,
		origin,
		null,
		null,
		new Y.ContentString('z')
	).write(encoder, 0);
	encoding.writeVarUint(encoder.restEncoder, 0);
	expect(verdict(encoder.toUint8Array())).toBe('order');
});

test('[W5] 4,000 mutated updates: a refused one changes nothing, an accepted one leaves nothing pending', () => {
	const random = mulberry(20261122);
	const updates = honest.map(([, change]) => write(change));
	const before = docJson(loadDoc([base]));
	let refused = 0;
	let accepted = 0;
	for (let i = 0; i < 4000; i++) {
		const original = updates[Math.floor(random() * updates.length)] ?? base;
		const bytes = original.slice();
		for (let n = 1 + Math.floor(random() * 3); n > 0; n--)
			bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
		const gate = new StandingGate(base);
		const { refusal } = gate.submit(bytes);
		if (refusal) {
			refused += 1;
			expect(docJson(gate.doc)).toEqual(before);
		} else if (gate.log.length > 1) {
			accepted += 1;
			const after = loadDoc(gate.log);
			expect(docJson(after)).toEqual(docJson(gate.doc));
			expect(after.store.pendingStructs).toBeNull();
			expect(after.store.pendingDs).toBeNull();
			expect([...after.share.keys()]).toEqual([FRAGMENT]);
			// What is seen live is what is read after a reload.
			const reloaded = loadDoc([Y.encodeStateAsUpdate(after)]);
			expect(docJson(reloaded)).toEqual(docJson(after));
		}
		gate.doc.destroy();
	}
	expect(refused).toBeGreaterThan(1000);
	expect(accepted).toBeGreaterThan(50);
});
