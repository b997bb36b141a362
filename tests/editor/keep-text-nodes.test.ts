// @vitest-environment jsdom
import { docJson, seedUpdate } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { plainText } from '#schema/text.ts';
import { FRAGMENT } from '#schema/version.ts';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { withoutLayout } from './support/desk.ts';
import { desk, random, WIRE, type Desk } from './support/desks.ts';

beforeAll(withoutLayout);

const EMPTY = { type: 'doc', content: [{ type: 'paragraph' }] };

/** A section with one empty paragraph that holds no text node, as it would be without the hook. */
function bareSeed(): Uint8Array {
	const doc = new Y.Doc();
	prosemirrorJSONToYXmlFragment(schema, EMPTY, doc.getXmlFragment(FRAGMENT));
	return Y.encodeStateAsUpdate(doc);
}

/** Two people type the first letters into the same empty paragraph; returns the letters, sorted. */
function race(seed: number, hook: boolean): string {
	const next = random(seed);
	const base = hook ? seedUpdate(EMPTY) : bareSeed();
	const desks = [
		desk(Math.floor(next() * 2 ** 32), base, { hook }),
		desk(Math.floor(next() * 2 ** 32), base, { hook })
	];
	const letters = ['abcd', 'wxyz'];
	const exchange = (from: Desk, to: Desk) => {
		for (const update of from.outbox.splice(0)) Y.applyUpdate(to.doc, update, WIRE);
	};
	for (let i = 0; i < 4; i += 1) {
		for (const [who, d] of desks.entries())
			d.editor.commands.insertContentAt(
				d.editor.state.doc.content.size - 1,
				letters[who]?.[i] ?? ''
			);
		if (next() < 0.5) continue;
		const [a, b] = desks;
		if (a && b) {
			exchange(a, b);
			exchange(b, a);
		}
	}
	const [a, b] = desks;
	if (!a || !b) throw new Error('two desks');
	for (let round = 0; round < 5; round += 1) {
		exchange(a, b);
		exchange(b, a);
	}
	const read = (d: Desk) => plainText(docJson(d.doc));
	expect(read(a)).toBe(read(b));
	for (const d of desks) d.editor.destroy();
	return read(a).split('').sort().join('');
}

describe('keepTextNodes', () => {
	it('[W12] two people who type into the same empty paragraph get each letter once', () => {
		for (let seed = 1; seed <= 20; seed += 1) expect(race(seed, true)).toBe('abcdwxyz');
	});

	it('[W12] without the hook letters double: the fault that it is for is still there', () => {
		const doubled = Array.from({ length: 20 }, (_, i) => race(i + 1, false)).filter(
			(letters) => letters !== 'abcdwxyz'
		);
		expect(doubled.length).toBeGreaterThan(0);
	});
});
