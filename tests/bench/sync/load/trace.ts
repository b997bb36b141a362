import { FRAGMENT } from '#schema/version.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { Crowd } from './crowd.ts';
import { Meter } from './meter.ts';
import type { TraceMeasured, TraceOrder } from './order.ts';

/** One recorded step: at a position, so many characters go and a text comes. */
type Step = { patches: [at: number, removed: number, inserted: string][] };
type Trace = { txns: Step[]; endContent: string };

/**
 * Types a recorded history step by step, each an update of its own, while somebody else reads along; so
 * many steps at most are under way.
 */
export async function typeTrace(order: TraceOrder): Promise<TraceMeasured> {
	const { target, rooms, inFlight } = order;
	const { txns, endContent } = JSON.parse(
		gunzipSync(readFileSync(order.trace)).toString('utf8')
	) as Trace;
	const crowd = new Crowd(target);
	let seen = 0;
	let stored = 0;
	crowd.onSeen = (_writer, _reader, _from, end) => (seen = end);
	await crowd.enterFirst(rooms);
	await crowd.enter(rooms, 1, 2);
	const [writer] = crowd.members;
	if (writer === undefined) throw new Error('there is no room');
	crowd.onStored = (member, count) => {
		if (member === writer) stored = count;
	};
	const meter = new Meter(target.pid);
	const doc = new Y.Doc();
	if (writer.text !== null) Y.applyUpdate(doc, writer.text);
	doc.clientID = writer.place.client;
	doc.on('update', (update: Uint8Array) => writer.give(update));
	const text = new Y.XmlText();
	doc.transact(() => {
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [text]);
		const root = doc.getXmlFragment(FRAGMENT);
		root.insert(root.length, [paragraph]);
	});
	const clock = () => Y.getState(doc.store, doc.clientID);
	for (const { patches } of txns) {
		doc.transact(() => {
			for (const [at, removed, inserted] of patches) {
				if (removed > 0) text.delete(at, removed);
				if (inserted !== '') text.insert(at, inserted);
			}
		});
		if (clock() - seen > inFlight)
			await crowd.until(() => clock() - seen <= inFlight / 2, 'the reader');
	}
	await crowd.until(() => seen === clock(), 'the reader', 300_000);
	if (target.acknowledges) await crowd.until(() => stored === writer.sent, 'the store', 300_000);
	const used = meter.read();
	if (plain(text) !== endContent) throw new Error('the trace does not end as it says');
	writeFileSync(order.state, Y.encodeStateAsUpdate(doc));
	crowd.end();
	return { ...used, updates: txns.length, length: endContent.length };
}

/** The characters of a text without its formatting. */
export const plain = (text: Y.XmlText): string =>
	(text.toDelta() as { insert?: unknown }[])
		.map(({ insert }) => (typeof insert === 'string' ? insert : ''))
		.join('');
