import { readStretches } from './letters.ts';
import { Member, type Place } from './member.ts';
import type { Target } from './order.ts';
import { seedOf } from './seed.ts';

/** How long joining may take, in milliseconds. */
const PATIENCE = 60_000;
/** How many sockets open at once. */
const AT_ONCE = 20;

/** Told of letters of `writer`, `end` exclusive, that came to `reader` for the first time. */
export type OnSeen = (writer: Member, reader: Member, from: number, end: number) => void;

export const wait = (ms: number) => new Promise((go) => setTimeout(go, ms));

/** The clients of some rooms, and who has seen whose letters how far. */
export class Crowd {
	readonly members: Member[] = [];
	onSeen: OnSeen = () => undefined;
	onStored: (member: Member, count: number) => void = () => undefined;
	/** Told of every update; the bytes are valid during the call only. */
	onUpdate: (update: Uint8Array) => void = () => undefined;
	private readonly target: Target;
	private readonly seed: Uint8Array | null;
	private readonly byClient = new Map<number, Member>();
	/** For each reader, by the writer's place in the room: the clock up to which it has seen. */
	private readonly seen = new Map<Member, number[]>();
	private failure: string | null = null;

	constructor(target: Target) {
		this.target = target;
		this.seed = seedOf(target);
	}

	/** Everybody joins, makes a paragraph, and has seen everybody else's. */
	async join(rooms: readonly string[], clientsARoom: number): Promise<void> {
		await this.enterFirst(rooms);
		await this.enter(rooms, 1, clientsARoom);
		await this.introduce(this.members);
	}

	/** The first client of each room, who brings the seed where there is one. */
	async enterFirst(rooms: readonly string[]): Promise<void> {
		const from = this.members.length;
		await this.enter(rooms, 0, 1);
		if (this.seed !== null && this.target.dialect !== 'relay')
			for (const first of this.members.slice(from)) first.give(this.seed);
	}

	/** Clients number `from` to `end`, exclusive, of each room, a few at a time. */
	async enter(rooms: readonly string[], from: number, end: number): Promise<void> {
		const places: Place[] = rooms.flatMap((room, r) =>
			Array.from({ length: end - from }, (_, i) => ({
				room,
				index: from + i,
				// Everybody in turn, in each room and in each place.
				person: r + from + i,
				client: Math.floor(Math.random() * 0xffff_ffff),
				held: null,
				hasCaret: false
			}))
		);
		for (let at = 0; at < places.length; at += AT_ONCE) {
			const group = places.slice(at, at + AT_ONCE);
			let waiting = group.length;
			for (const place of group) this.open(place, () => (waiting -= 1));
			await this.until(() => waiting === 0, 'the first sync');
		}
	}

	/**
	 * Each of these makes a paragraph, and all of a room see it.
	 * @throws Error when the server refuses, or loses one
	 */
	async introduce(members: readonly Member[]): Promise<void> {
		const present = new Set(members);
		const inRoom = new Map<string, number>();
		for (const { place } of members) inRoom.set(place.room, (inRoom.get(place.room) ?? 0) + 1);
		let missing = [...inRoom.values()].reduce((sum, n) => sum + n * (n - 1), 0);
		const { onSeen } = this;
		this.onSeen = (writer, reader) => {
			if (present.has(writer) && present.has(reader)) missing -= 1;
		};
		for (const member of members) {
			const brings = member.place.index === 0 || this.target.dialect === 'relay';
			member.begin(brings ? this.seed : null);
			await wait(1);
		}
		await this.until(() => missing <= 0, 'the paragraphs of the others');
		this.onSeen = onSeen;
	}

	/** Waits for something; a refusal or a lost socket ends it at once. */
	async until(condition: () => boolean, what: string, patience = PATIENCE): Promise<void> {
		const end = Date.now() + patience;
		while (!condition()) {
			this.check();
			if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
			await wait(5);
		}
	}

	/** @throws Error when a socket was refused or lost */
	check(): void {
		if (this.failure !== null) throw new Error(this.failure);
	}

	end(members: readonly Member[] = this.members): void {
		for (const member of members) member.end();
	}

	private open(place: Place, opened: () => void): void {
		const member = new Member(this.target, place, {
			opened: (m, text) => {
				m.text = text.slice();
				opened();
			},
			update: (reader, update) => {
				this.onUpdate(update);
				readStretches(update, (client, from, end) => this.saw(reader, client, from, end));
			},
			carets: () => undefined,
			stored: (m, count) => this.onStored(m, count),
			failed: (why) => (this.failure ??= why)
		});
		this.members.push(member);
		this.byClient.set(place.client, member);
		this.seen.set(member, []);
	}

	private saw(reader: Member, client: number, from: number, end: number): void {
		const writer = this.byClient.get(client);
		if (writer === undefined || writer === reader) return;
		const seen = this.seen.get(reader) ?? [];
		const { index } = writer.place;
		const before = seen[index] ?? 0;
		if (end <= before) return;
		seen[index] = end;
		this.onSeen(writer, reader, Math.max(before, from), end);
	}
}
