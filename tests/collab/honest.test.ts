// @vitest-environment jsdom
import { docJson, isValidDoc, loadDoc, seedUpdate } from '#schema/content.ts';
import { extensions, schema } from '#schema/extensions.ts';
import { keepTextNodes } from '#schema/keep-text-nodes.ts';
import { FRAGMENT } from '#schema/version.ts';
import { Editor } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ruleOf, StandingGate } from '../support/gate.ts';
import { mulberry } from '../support/random.ts';

/** Three people with real editors, and the server's document behind the gate. */

type Person = {
	doc: Y.Doc;
	editor: Editor;
	sending: Uint8Array[];
	inbox: Uint8Array[];
	online: boolean;
};

const base = () =>
	seedUpdate({
		type: 'doc',
		content: [
			{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Rubrik' }] },
			{ type: 'paragraph', content: [{ type: 'text', text: 'Första stycket med åäö' }] },
			{ type: 'paragraph' }
		]
	});

function person(first: Uint8Array, clientID: number): Person {
	const doc = new Y.Doc();
	doc.clientID = clientID;
	keepTextNodes(doc, schema);
	Y.applyUpdate(doc, first, 'net');
	const sending: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== 'net') sending.push(update);
	});
	const editor = new Editor({
		element: document.createElement('div'),
		extensions: [...extensions, Collaboration.configure({ document: doc, field: FRAGMENT })]
	});
	return { doc, editor, sending, inbox: [], online: true };
}

/** Every place where a caret can stand in text. */
function textPositions(editor: Editor): number[] {
	const places: number[] = [];
	editor.state.doc.descendants((node, pos) => {
		if (!node.isTextblock) return true;
		for (let i = 0; i <= node.content.size; i++) places.push(pos + 1 + i);
		return false;
	});
	return places;
}

/** One act of somebody who writes. */
function act(editor: Editor, random: () => number): void {
	const integer = (n: number) => Math.floor(random() * n);
	const places = textPositions(editor);
	const at0 = integer(places.length);
	const from = places[at0] ?? 1;
	const to = places[Math.min(places.length - 1, at0 + integer(12))] ?? from;
	const at = () => editor.chain().setTextSelection(from);
	const range = () => editor.chain().setTextSelection({ from, to });
	const choices: (() => unknown)[] = [
		() =>
			at()
				.insertContent('abcåäö'.slice(0, 1 + integer(5)))
				.run(),
		() => at().insertContent('x').run(),
		() => at().insertContent('ord ').run(),
		() => at().splitBlock().run(),
		() => range().deleteSelection().run(),
		() => range().toggleBold().run(),
		() => range().toggleItalic().run(),
		() => range().setLink({ href: 'https://exempel.se' }).run(),
		() => range().toggleHeading({ level: 1 }).run(),
		() => range().toggleBulletList().run(),
		() => range().toggleOrderedList().run(),
		() => range().sinkListItem('listItem').run(),
		() => range().liftListItem('listItem').run(),
		() => range().toggleWrap('quote').run(),
		() => range().toggleWrap('callout').run(),
		() => at().insertTable({ rows: 2, cols: 2 }).run(),
		() => at().addRowAfter().run(),
		() => at().deleteRow().run(),
		() => at().addColumnAfter().run(),
		() => at().updateAttributes('table', { chart: 'line', unit: 'elever', decimals: 1 }).run(),
		() => at().updateAttributes('table', { chart: null, source: 'Egen' }).run(),
		() => at().setHardBreak().run(),
		() => at().joinBackward().run(),
		() =>
			at()
				.insertContent({ type: 'indicator', attrs: { indicator: 'ind-1' } })
				.run()
	];
	choices[integer(choices.length)]?.();
}

function run(seed: number, steps: number) {
	const random = mulberry(seed);
	const first = base();
	const gate = new StandingGate(first);
	const refusals: string[] = [];
	let updates = 0;
	const people = [1001, 1002, 1003].map((id) => person(first, id));
	const submit = (update: Uint8Array) => {
		updates += 1;
		const { sent, refusal } = gate.submit(update);
		if (refusal) refusals.push(ruleOf(refusal));
		for (const p of people) if (p.online) p.inbox.push(...sent);
	};
	const comeBack = (p: Person) => {
		p.online = true;
		p.sending.length = 0;
		p.inbox.length = 0;
		Y.applyUpdate(p.doc, Y.encodeStateAsUpdate(gate.doc, Y.encodeStateVector(p.doc)), 'net');
		submit(Y.encodeStateAsUpdate(p.doc, Y.encodeStateVector(gate.doc)));
	};
	const deliver = (p: Person, all: boolean) => {
		while (p.sending[0] && (all || random() < 0.5)) submit(p.sending.shift() as Uint8Array);
		while (p.inbox[0] && (all || random() < 0.5))
			Y.applyUpdate(p.doc, p.inbox.shift() as Uint8Array, 'net');
	};
	for (let i = 0; i < steps; i++) {
		const p = people[Math.floor(random() * 3)];
		if (!p) continue;
		if (random() < 0.03) {
			if (p.online) p.online = false;
			else comeBack(p);
		} else act(p.editor, random);
		for (const other of people) if (other.online) deliver(other, false);
	}
	for (const p of people) if (!p.online) comeBack(p);
	for (let round = 0; round < 10; round++) for (const p of people) deliver(p, true);
	const texts = people.map((p) => JSON.stringify(docJson(p.doc)));
	const served = docJson(gate.doc);
	const stored = docJson(loadDoc(gate.log));
	for (const p of people) p.editor.destroy();
	return { refusals, updates, texts, served, stored };
}

test('[W5] what real editors write is never refused, and all read the same in the end', () => {
	for (const seed of [1, 2, 3, 4]) {
		const { refusals, updates, texts, served, stored } = run(seed, 500);
		expect(refusals, `seed ${seed}`).toEqual([]);
		expect(updates).toBeGreaterThan(50);
		expect(stored, `seed ${seed}`).toEqual(served);
		expect(isValidDoc(served), `seed ${seed}`).toBe(true);
		for (const text of texts) expect(text, `seed ${seed}`).toBe(JSON.stringify(served));
	}
});
