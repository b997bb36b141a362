import { putIn } from '#editor/put-in.ts';
import { answerOf } from '#editor/unsent/answer.ts';
import { docJson, loadDoc, seedUpdate } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { FRAGMENT } from '#schema/version.ts';
import { expect, it } from 'vitest';
import * as Y from 'yjs';

const SEED = seedUpdate({
	type: 'doc',
	content: [
		{ type: 'paragraph', content: [{ type: 'text', text: 'Ett' }] },
		{ type: 'paragraph', content: [{ type: 'text', text: 'Två' }] }
	]
});

/** A server's document and a person's, whose own changes are noted. */
function two() {
	const server = loadDoc([SEED]);
	const doc = loadDoc([SEED]);
	const unsent: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== 'server') unsent.push(update);
	});
	return { server, doc, unsent };
}

const textAt = (doc: Y.Doc, index: number): Y.XmlText => {
	const paragraph = doc.getXmlFragment(FRAGMENT).get(index);
	const text: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
	if (!(text instanceof Y.XmlText)) throw new Error('no text');
	return text;
};

/** A colleague's letters in the second paragraph reach the person, who has just deleted it. */
function deletedUnderSomebody() {
	const both = two();
	const { server, doc } = both;
	doc.getXmlFragment(FRAGMENT).delete(1, 1);
	textAt(server, 1).insert(3, ' tre');
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)), 'server');
	expect(plainText(docJson(doc))).not.toContain('tre');
	return both;
}

const read = (doc: Y.Doc) => plainText(docJson(doc));

it('[L5] an answer names what was deleted here, and not what went with it unseen', () => {
	const { server, doc, unsent } = deletedUnderSomebody();
	const letters = Y.decodeUpdate(Y.encodeStateAsUpdate(server)).structs.find(
		({ id }) => id.client === server.clientID
	);
	const named = (update: Uint8Array) => Y.decodeUpdate(update).ds.clients.has(server.clientID);
	expect(letters).toBeDefined();
	expect(named(answerOf(doc, unsent, Y.encodeStateVector(server)))).toBe(false);
	// What Yjs answers by itself.
	expect(named(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)))).toBe(true);
});

it('[D2] [L5] an answer has the letters whose passage somebody else deleted meanwhile', () => {
	const { server, doc, unsent } = two();
	textAt(doc, 1).insert(3, ' egna');
	server.getXmlFragment(FRAGMENT).delete(1, 1);
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)), 'server');
	const { structs } = Y.decodeUpdate(answerOf(doc, unsent, Y.encodeStateVector(server)));
	const words = structs.map((s) => (s instanceof Y.Item ? s.content.getContent().join('') : ''));
	expect(words.join('')).toBe(' egna');
});

it('[D4] an answer is all that was made offline, however much, and nothing when there is nothing', () => {
	const { server, doc, unsent } = two();
	expect([...answerOf(doc, unsent, Y.encodeStateVector(server))]).toEqual([0, 0]);
	for (let i = 0; i < 3000; i += 1) textAt(doc, i % 2).insert(i % 7 === 0 ? 0 : 1, 'a');
	expect(unsent).toHaveLength(3000);
	Y.applyUpdate(server, answerOf(doc, unsent, Y.encodeStateVector(server)));
	expect(read(server)).toBe(read(doc));
});

it('[D2] a server that came back with less than it had is given the rest', () => {
	const { server, doc, unsent } = two();
	textAt(server, 0).insert(3, ' sparat');
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'server');
	textAt(doc, 0).insert(0, 'Nytt ');
	const older = loadDoc([SEED]);
	Y.applyUpdate(older, answerOf(doc, unsent, Y.encodeStateVector(older)));
	expect(older.store.pendingStructs).toBeNull();
	expect(read(older)).toBe(read(doc));
	// The same where what is missing is the person's own, and was acknowledged once.
	textAt(doc, 1).insert(0, 'Eget ');
	Y.applyUpdate(older, answerOf(doc, unsent.slice(1), Y.encodeStateVector(loadDoc([SEED]))));
	expect(read(older)).toBe(read(doc));
});

it('[L5] changes are not put in again where letters would go that their author had not seen', () => {
	const { server, unsent } = deletedUnderSomebody();
	const before = read(server);
	expect(putIn(server, unsent)).toBeNull();
	expect(read(server)).toBe(before);
	expect(before).toContain('tre');
});

it('[W8] changes are put in again beside what others wrote meanwhile', () => {
	const { server, doc, unsent } = two();
	textAt(doc, 0).insert(3, ' eget');
	textAt(doc, 1).delete(0, 3);
	textAt(server, 0).insert(0, 'Annat ');
	expect(putIn(server, unsent)).toBe('');
	expect(read(server)).toContain('Annat Ett eget');
	expect(read(server)).not.toContain('Två');
	// What it builds on is not there: it is shown instead.
	expect(putIn(loadDoc([SEED]), unsent.slice(1).concat(later(doc)))).toBeNull();
});

/** A change that builds on one that is left out. */
function later(doc: Y.Doc): Uint8Array {
	const vector = Y.encodeStateVector(doc);
	textAt(doc, 0).insert(5, 'x');
	return Y.encodeStateAsUpdate(doc, vector);
}
