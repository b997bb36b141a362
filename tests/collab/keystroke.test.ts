import { Keystrokes } from '#collab/keystroke.ts';
import { docJson, loadDoc, seedUpdate } from '#schema/content.ts';
import { FRAGMENT } from '#schema/version.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { StandingGate } from '../support/gate.ts';
import { mulberry } from '../support/random.ts';

const base = seedUpdate({
	type: 'doc',
	content: [
		{ type: 'paragraph', content: [{ type: 'text', text: 'Barn och unga i kommunen' }] },
		{ type: 'paragraph', content: [{ type: 'text', marks: [{ type: 'bold' }], text: 'Fet' }] },
		{ type: 'paragraph', content: [{ type: 'text', text: 'Sista' }] }
	]
});

/** A client's document and what it wrote since it was asked last, an update for each change. */
function client(clientID: number, from: Uint8Array = base) {
	const doc = loadDoc([from]);
	doc.clientID = clientID;
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== 'net') updates.push(update);
	});
	const paragraph = (n: number) => doc.getXmlFragment(FRAGMENT).get(n) as Y.XmlElement;
	return {
		doc,
		paragraph,
		words: (n: number) => paragraph(n).get(0) as Y.XmlText,
		written: () => updates.splice(0)
	};
}

const mine = () => true;

/** The server's document with what a client wrote first, and the fast road on it. */
function road(...applied: Uint8Array[]) {
	const doc = loadDoc([base, ...applied]);
	return { doc, keystrokes: new Keystrokes(doc) };
}

test('[W5] letters typed one after the other and erasures take the fast road', () => {
	const writer = client(7);
	const { keystrokes, doc } = road();
	const letters = ' växer.';
	for (let i = 0; i < letters.length; i++) writer.words(0).insert(24 + i, letters.charAt(i));
	const typed = writer.written();
	for (const update of typed) expect(keystrokes.take(update, mine)).toBe(true);
	writer.words(2).insert(2, 'x');
	writer.words(0).delete(0, 5);
	const [elsewhere, erasure] = writer.written();
	// Until its letters are applied, a client goes on where it is.
	expect(elsewhere && keystrokes.take(elsewhere, mine)).toBe(false);
	for (const update of typed) Y.applyUpdate(doc, update);
	expect(elsewhere && keystrokes.take(elsewhere, mine)).toBe(true);
	expect(erasure && keystrokes.take(erasure, mine)).toBe(true);
});

test('[W5] what is not certainly a keystroke takes the whole road', () => {
	const other = client(8);
	other.words(0).insert(3, 'mellan');
	const between = other.written();
	const cases: Record<string, () => [Uint8Array | undefined, ReturnType<typeof road>]> = {
		'a client id that is not known': () => {
			const w = client(7);
			w.words(0).insert(3, 'x');
			return [w.written()[0], road()];
		},
		'a gap': () => {
			const w = client(7);
			w.words(0).insert(3, 'x');
			w.words(0).insert(4, 'y');
			return [w.written()[1], road()];
		},
		'a place where somebody wrote meanwhile': () => {
			const w = client(7);
			w.words(0).insert(3, 'x');
			return [w.written()[0], road(...between)];
		},
		'a text with formatting': () => {
			const w = client(7);
			w.words(1).insert(1, 'x');
			return [w.written()[0], road()];
		},
		'a paragraph that is gone': () => {
			const w = client(7);
			w.words(2).insert(1, 'x');
			const eraser = client(9);
			eraser.doc.getXmlFragment(FRAGMENT).delete(2, 1);
			return [w.written()[0], road(...eraser.written())];
		},
		'bytes behind the update': () => {
			const w = client(7);
			w.words(0).insert(3, 'x');
			return [Uint8Array.of(...(w.written()[0] ?? []), 0), road()];
		},
		'letters of which some are erased already': () => {
			const w = client(7);
			w.words(0).delete(2, 4);
			const eraser = client(9);
			eraser.words(0).delete(3, 1);
			return [w.written()[0], road(...eraser.written())];
		},
		'a whole paragraph': () => {
			const w = client(7);
			w.doc.getXmlFragment(FRAGMENT).delete(0, 1);
			return [w.written()[0], road()];
		},
		'formatting that goes': () => {
			const w = client(7);
			w.words(1).delete(0, 3);
			return [w.written()[0], road()];
		},
		'a parent of its own': () => {
			const w = client(7);
			w.paragraph(0).insert(1, [new Y.XmlText('x')]);
			return [w.written()[0], road()];
		}
	};
	for (const [name, make] of Object.entries(cases)) {
		const [update, { keystrokes }] = make();
		const isKnown = name.startsWith('a client id') ? () => false : mine;
		expect(update && keystrokes.take(update, isKnown), name).toBe(false);
	}
});

test('[W5] a run of letters ends when the document took anything else', () => {
	const writer = client(7);
	const { keystrokes, doc } = road();
	writer.words(2).insert(5, 'a');
	writer.words(2).insert(6, 'b');
	const [first, second] = writer.written();
	expect(first && keystrokes.take(first, mine)).toBe(true);
	if (first) Y.applyUpdate(doc, first);
	const eraser = client(9, Y.encodeStateAsUpdate(doc));
	eraser.doc.getXmlFragment(FRAGMENT).delete(2, 1);
	for (const update of eraser.written()) Y.applyUpdate(doc, update);
	keystrokes.forget();
	expect(second && keystrokes.take(second, mine)).toBe(false);
});

test('[W7] fast and whole road together give everybody the text that the log gives', () => {
	for (let seed = 1; seed <= 30; seed++) {
		const random = mulberry(seed);
		const gate = new StandingGate(base);
		const people = [client(7), client(8), client(9)];
		for (let step = 0; step < 120; step++) {
			const p = people[Math.floor(random() * 3)];
			if (!p) continue;
			const words = p.words(Math.floor(random() * p.doc.getXmlFragment(FRAGMENT).length));
			const at = Math.floor(random() * (words.length + 1));
			const choice = random();
			if (choice < 0.75) words.insert(at, 'abcdef ö'.charAt(Math.floor(random() * 8)));
			else if (choice < 0.92)
				words.delete(Math.min(at, words.length), Math.min(2, words.length - at));
			else if (choice < 0.96) words.format(0, Math.min(3, words.length), { bold: {} });
			else p.doc.transact(() => words.insert(0, 'två '));
			if (random() < 0.7)
				for (const update of p.written()) {
					const { refusal, sent } = gate.submit(update, `person ${p.doc.clientID}`);
					expect(refusal, `seed ${seed}`).toBeNull();
					for (const other of people)
						for (const frame of sent) Y.applyUpdate(other.doc, frame, 'net');
				}
		}
		for (const p of people)
			for (const update of p.written())
				for (const frame of gate.submit(update, `person ${p.doc.clientID}`).sent)
					for (const other of people) Y.applyUpdate(other.doc, frame, 'net');
		const text = docJson(gate.doc);
		expect(docJson(loadDoc(gate.log)), `seed ${seed}`).toEqual(text);
		for (const p of people) expect(docJson(p.doc), `seed ${seed}`).toEqual(text);
	}
});
