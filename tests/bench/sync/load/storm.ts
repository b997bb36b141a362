import * as decoding from 'lib0/decoding';
import { wait } from './crowd.ts';
import { Held } from './held.ts';
import { Member } from './member.ts';
import { Meter } from './meter.ts';
import type { StormMeasured, StormOrder } from './order.ts';
import { seedOf } from './seed.ts';

const PATIENCE = 30_000;
/** How long the carets are waited for after everybody is in sync, where they may never come. */
const CARETS = 5000;

/** All clients come at once, as they do when a server is back: with their text in hand and a caret each. */
export async function storm({ target, rooms, clientsARoom }: StormOrder): Promise<StormMeasured> {
	const seed = seedOf(target);
	const held = seed === null ? null : new Held(seed);
	const synced: number[] = [];
	const places = rooms.flatMap((room) =>
		Array.from({ length: clientsARoom }, (_, index) => ({
			room,
			index,
			person: index,
			client: Math.floor(Math.random() * 0xffff_ffff),
			held,
			hasCaret: true
		}))
	);
	const known = new Map(places.map((place) => [place.client, place]));
	/** For each client, whose carets it has. */
	const carets = new Map<Member, Set<number>>();
	let missing = places.length * clientsARoom;
	let caretsAt: number | null = null;
	const failures: string[] = [];
	const meter = new Meter(target.pid);
	const begun = performance.now();
	const saw = (member: Member, client: number) => {
		const seen = carets.get(member);
		if (seen === undefined || known.get(client)?.room !== member.place.room) return;
		if (seen.has(client)) return;
		seen.add(client);
		missing -= 1;
		if (missing === 0) caretsAt = performance.now() - begun;
	};
	const members = places.map(
		(place) =>
			new Member(target, place, {
				opened: () => synced.push(performance.now() - begun),
				update: () => undefined,
				carets: (member, body) => {
					for (const client of clientsIn(body)) saw(member, client);
				},
				stored: () => undefined,
				failed: (why) => failures.push(why)
			})
	);
	for (const member of members) {
		carets.set(member, new Set());
		// Not everybody is sent their own.
		saw(member, member.place.client);
	}
	const end = Date.now() + PATIENCE;
	while (synced.length < members.length && failures.length === 0 && Date.now() < end) await wait(1);
	const used = meter.read();
	const patience = Date.now() + CARETS;
	while (missing > 0 && failures.length === 0 && Date.now() < patience) await wait(5);
	if (failures[0] !== undefined) throw new Error(failures[0]);
	if (synced.length < members.length)
		throw new Error(`${members.length - synced.length} clients were never in sync`);
	for (const member of members) member.end();
	synced.sort((a, b) => a - b);
	return {
		...used,
		halfAt: synced[Math.floor(synced.length / 2)] ?? NaN,
		allAt: synced.at(-1) ?? NaN,
		caretsAt
	};
}

/** The Yjs clients whose carets a message holds. */
function* clientsIn(body: Uint8Array): Generator<number> {
	const decoder = decoding.createDecoder(body);
	for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
		yield decoding.readVarUint(decoder);
		decoding.readVarUint(decoder);
		const state = decoding.readVarUint(decoder);
		decoder.pos += state;
	}
}
