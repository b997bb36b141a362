import { loadDoc, seedUpdate } from '#schema/content.ts';
import { GatedDocument } from '#collab/gated-document.ts';
import { SectionText, type StoredText } from '#server/collab/section-text.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { firstText } from '../support/client.ts';

const seed = seedUpdate({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Barnens rätt' }] }]
});

/** A text in which something was deleted, as the store has it: a snapshot, or one with a tail. */
function stored(): { whole: Uint8Array; texts: SectionText[] } {
	const doc = loadDoc([seed]);
	const tail: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => tail.push(update));
	firstText(doc).delete(0, 3);
	firstText(doc).insert(2, 'ord');
	const whole = Y.encodeStateAsUpdate(doc);
	const rest = { seq: 3, snapshotSeq: 1, snapshot: null, claims: new Map(), refused: [] };
	const of = (parts: Uint8Array[]): StoredText => ({ ...rest, parts });
	return { whole, texts: [new SectionText(of([whole])), new SectionText(of([seed, ...tail]))] };
}

/** What a client that has `parts` answers to the first question of who has `text`. */
function answerTo(text: SectionText, change: (doc: Y.Doc) => void = () => undefined): Uint8Array {
	const client = loadDoc([text.updateSince(Uint8Array.of(0))]);
	change(client);
	return Y.encodeStateAsUpdate(client, text.stateVector());
}

test('[W1] the answer of a client that has it all is known without a document, deletions too', () => {
	for (const text of stored().texts) {
		const answer = answerTo(text);
		expect(answer.byteLength).toBeGreaterThan(2);
		expect(text.holds(answer)).toBe(true);
		expect(text.holds(Uint8Array.of(0, 0))).toBe(true);
		expect(Object.values(text).some((part) => part instanceof GatedDocument)).toBe(false);
	}
});

test('[D2] an answer that brings anything is looked at: a letter, a deletion, other bytes', () => {
	for (const text of stored().texts) {
		expect(text.holds(answerTo(text, (doc) => firstText(doc).insert(0, 'A')))).toBe(false);
		expect(text.holds(answerTo(text, (doc) => firstText(doc).delete(0, 1)))).toBe(false);
		const answer = answerTo(text);
		expect(text.holds(Uint8Array.of(...answer, 0))).toBe(false);
		expect(text.holds(answer.subarray(0, answer.byteLength - 1))).toBe(false);
	}
});
