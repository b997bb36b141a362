import * as Y from 'yjs';
import { Crowd, wait } from './crowd.ts';
import type { Member } from './member.ts';
import { Meter } from './meter.ts';
import { readStretches } from './letters.ts';
import type { KillMeasured, KillOrder, Survived, SurvivorsOrder, Witnessed } from './order.ts';

/** How long after joining the last updates are waited for, in milliseconds: y-leveldb sends them late. */
const LATE = 3000;

/**
 * All but the last client of a room write; the last one watches. The server is ended by `kill -9` in the
 * middle of it.
 * @returns what was typed, what the watcher had seen, and what the server had called stored
 */
export async function killAmidWriting(order: KillOrder): Promise<KillMeasured> {
	const { target, pace } = order;
	const crowd = new Crowd(target);
	await crowd.join(order.rooms, 4);
	const watcher = crowd.members.at(-1);
	const writers = crowd.members.slice(0, -1);
	const witnessed = new Map<Member, Witnessed>();
	for (const member of writers) {
		const { clock } = member;
		const { client } = member.place;
		witnessed.set(member, { client, from: clock, typedTo: clock, seenTo: clock, storedTo: clock });
	}
	let ends = false;
	crowd.onStored = (member, count) => {
		const of = witnessed.get(member);
		// Each letter is an update of its own, and the newest one is the newest sent.
		if (of) of.storedTo = Math.max(of.storedTo, member.clock - (member.sent - count));
	};
	crowd.onSeen = (writer, reader, _from, end) => {
		const of = witnessed.get(writer);
		if (reader !== watcher || of === undefined) return;
		of.seenTo = end;
		if ('inFlight' in pace) fillUp(writer, pace.inFlight);
	};
	const fillUp = (member: Member, inFlight: number) => {
		const seenTo = witnessed.get(member)?.seenTo ?? 0;
		while (!ends && member.clock - seenTo < inFlight) member.type();
	};
	const typeOn = (member: Member, pause: number) => {
		if (ends) return;
		member.type();
		setTimeout(() => typeOn(member, pause), pause * (0.5 + Math.random()));
	};
	const meter = new Meter(target.pid);
	for (const member of writers)
		if ('inFlight' in pace) fillUp(member, pace.inFlight);
		else typeOn(member, 1000 / pace.lettersASecond);
	await wait(order.killAfterSeconds * 1000);
	const used = meter.read();
	process.kill(target.pid, 'SIGKILL');
	// What is in the sockets was sent, and is seen.
	await wait(500);
	ends = true;
	crowd.end();
	for (const [member, of] of witnessed) of.typedTo = member.clock;
	return { ...used, writers: [...witnessed.values()] };
}

/** What of it a client finds that comes afterwards. */
export async function survivors({ target, rooms, writers }: SurvivorsOrder): Promise<Survived> {
	const crowd = new Crowd(target);
	await crowd.enter(rooms, 0, 1);
	const [member] = crowd.members;
	const there = new Map<number, number>();
	const note = (client: number, _from: number, end: number) =>
		there.set(client, Math.max(there.get(client) ?? 0, end));
	crowd.onUpdate = (update) => readStretches(update, note);
	for (const [client, clock] of Y.decodeStateVector(
		Y.encodeStateVectorFromUpdate(member?.text ?? Uint8Array.of(0, 0))
	))
		note(client, 0, clock);
	await wait(LATE);
	crowd.check();
	crowd.end();
	const sum = (of: (w: Witnessed) => number) => writers.reduce((n, w) => n + of(w), 0);
	const kept = (w: Witnessed) => Math.max(w.from, there.get(w.client) ?? 0);
	return {
		typed: sum((w) => w.typedTo - w.from),
		seen: sum((w) => w.seenTo - w.from),
		seenLost: sum((w) => Math.max(0, w.seenTo - kept(w))),
		storedLost: target.acknowledges ? sum((w) => Math.max(0, w.storedTo - kept(w))) : null
	};
}
