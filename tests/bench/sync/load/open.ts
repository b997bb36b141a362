import { residentKiB } from '../../machine.ts';
import { FRAGMENT } from '#schema/version.ts';
import * as Y from 'yjs';
import { wait } from './crowd.ts';
import { Member, type MemberEvents, type Place } from './member.ts';
import { Meter } from './meter.ts';
import type { OpenMeasured, OpenOrder } from './order.ts';

const PATIENCE = 120_000;
const QUIET: MemberEvents = {
	opened: () => undefined,
	update: () => undefined,
	carets: () => undefined,
	stored: () => undefined,
	failed: (why) => {
		throw new Error(why);
	}
};

/**
 * One client opens a document that the server has on disk. A server may answer the first sync with
 * nothing and send the text later, so that it has come when it can be read.
 */
export async function openDocument(order: OpenOrder): Promise<OpenMeasured> {
	const { target, warmRoom, length } = order;
	const place = (room: string): Place => ({
		room,
		index: 0,
		person: 0,
		client: Math.floor(Math.random() * 0xffff_ffff),
		held: null,
		hasCaret: false
	});
	// The process has opened a small document before: it is the document that is cold.
	const small = { isWarm: false };
	const warm = new Member(target, place(warmRoom), {
		...QUIET,
		opened: () => (small.isWarm = true)
	});
	const end = Date.now() + PATIENCE;
	while (!small.isWarm && Date.now() < end) await wait(5);
	await wait(500);
	const before = residentKiB(target.pid);
	const meter = new Meter(target.pid);
	const doc = new Y.Doc();
	const begun = performance.now();
	let bytes = 0;
	const come: { bytesAt?: number; textAt?: number } = {};
	const take = (_member: Member, update: Uint8Array) => {
		const now = performance.now() - begun;
		if (come.textAt !== undefined) return;
		bytes += update.byteLength;
		Y.applyUpdate(doc, update);
		if (!holds(doc, length)) return;
		come.bytesAt = now;
		come.textAt = performance.now() - begun;
	};
	const member = new Member(target, place(order.rooms[0] ?? ''), {
		...QUIET,
		opened: take,
		update: take
	});
	while (come.textAt === undefined && Date.now() < end) await wait(1);
	if (come.textAt === undefined || come.bytesAt === undefined)
		throw new Error('the text did not come');
	await wait(1000);
	const used = meter.read();
	member.end();
	warm.end();
	return {
		...used,
		bytesAt: come.bytesAt,
		textAt: come.textAt,
		bytes,
		grown: residentKiB(target.pid) - before
	};
}

/** Whether the last paragraph has so many characters: plain text, which counts them without reading. */
function holds(doc: Y.Doc, length: number): boolean {
	const root = doc.getXmlFragment(FRAGMENT);
	const last: unknown = root.length === 0 ? null : root.get(root.length - 1);
	const text: unknown = last instanceof Y.XmlElement && last.length > 0 ? last.get(0) : null;
	return text instanceof Y.XmlText && text.length === length;
}
