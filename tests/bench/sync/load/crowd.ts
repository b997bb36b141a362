import { readFileSync } from 'node:fs';
import { readStretches } from './letters.ts';
import { Member } from './member.ts';
import type { LoadOrder } from './order.ts';

/** How long joining may take, in milliseconds. */
const PATIENCE = 60_000;
/** How many sockets open at once. */
const AT_ONCE = 20;

/** Told of letters of `writer`, `end` exclusive, that came to `reader` for the first time. */
export type OnSeen = (writer: Member, reader: Member, from: number, end: number) => void;

export const wait = (ms: number) => new Promise((go) => setTimeout(go, ms));

/** All clients of all rooms, and who has seen whose letters how far. */
export class Crowd {
	readonly members: Member[] = [];
	onSeen: OnSeen = () => undefined;
	onStored: (member: Member, count: number) => void = () => undefined;
	private readonly order: Pick<LoadOrder, 'target' | 'rooms' | 'clientsARoom'>;
	private readonly byClient = new Map<number, Member>();
	/** For each reader, by the writer's place in the room: the clock up to which it has seen. */
	private readonly seen = new Map<Member, Float64Array>();
	private failure: string | null = null;

	constructor(order: Pick<LoadOrder, 'target' | 'rooms' | 'clientsARoom'>) {
		this.order = order;
	}

	/**
	 * Everybody joins, makes a paragraph, and has seen everybody else's.
	 * @throws Error when the server refuses or does not answer in time
	 */
	async join(): Promise<void> {
		const { target, rooms, clientsARoom } = this.order;
		const seed = target.seed === null ? null : new Uint8Array(readFileSync(target.seed));
		// The first of a room brings the text, so that the others find it.
		const firsts = await this.open(rooms.map((room) => ({ room, index: 0 })));
		if (seed !== null && target.dialect !== 'relay') for (const first of firsts) first.give(seed);
		const others = rooms.flatMap((room) =>
			Array.from({ length: clientsARoom - 1 }, (_, i) => ({ room, index: i + 1 }))
		);
		await this.open(others);
		let missing = this.members.length * (clientsARoom - 1);
		const { onSeen } = this;
		this.onSeen = () => (missing -= 1);
		for (const member of this.members) {
			// The first joined before there was a text.
			member.begin(member.index === 0 || target.dialect === 'relay' ? seed : null);
			await wait(1);
		}
		await this.until(() => missing <= 0, 'the paragraphs of the others');
		this.onSeen = onSeen;
	}

	/** Waits for something; a refusal or a lost socket ends it at once. */
	async until(condition: () => boolean, what: string, patience = PATIENCE): Promise<void> {
		const end = Date.now() + patience;
		while (!condition()) {
			if (this.failure !== null) throw new Error(this.failure);
			if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
			await wait(5);
		}
	}

	/** @throws Error when a socket was refused or lost */
	check(): void {
		if (this.failure !== null) throw new Error(this.failure);
	}

	end(): void {
		for (const member of this.members) member.end();
	}

	private async open(places: { room: string; index: number }[]): Promise<Member[]> {
		const opened: Member[] = [];
		for (let at = 0; at < places.length; at += AT_ONCE) {
			const group = places.slice(at, at + AT_ONCE);
			let waiting = group.length;
			for (const { room, index } of group) {
				const client = Math.floor(Math.random() * 0xffff_ffff);
				const person = this.members.length;
				const member = new Member(
					this.order.target,
					{ room, index, person, client },
					{
						update: (reader, update) =>
							readStretches(update, (writer, from, end) => this.saw(reader, writer, from, end)),
						stored: (m, count) => this.onStored(m, count),
						failed: (why) => (this.failure ??= why)
					},
					() => (waiting -= 1)
				);
				this.members.push(member);
				this.byClient.set(client, member);
				this.seen.set(member, new Float64Array(this.order.clientsARoom));
				opened.push(member);
			}
			await this.until(() => waiting === 0, 'the first sync');
		}
		return opened;
	}

	private saw(reader: Member, client: number, from: number, end: number): void {
		const writer = this.byClient.get(client);
		if (writer === undefined || writer === reader) return;
		const seen = this.seen.get(reader);
		const before = seen?.[writer.index] ?? 0;
		if (seen === undefined || end <= before) return;
		seen[writer.index] = end;
		this.onSeen(writer, reader, Math.max(before, from), end);
	}
}
