import { may, type Actor } from '#core/access.ts';
import { personColour } from '#core/person-colour.ts';
import { CLOSES, type CloseName } from '#collab/closes.ts';
import { LIMITS } from '#collab/limits.ts';
import type { Presence } from '#collab/protocol.ts';
import { SCHEMA_VERSION } from '#schema/version.ts';
import { documentBytes, listClaims } from '#server/store/log.ts';
import { listDepartments } from '#server/store/organisation.ts';
import { loadActor } from '#server/store/people.ts';
import { getSection, thingToWrite, type Section } from '#server/store/sections.ts';
import { getSession } from '#server/store/sessions.ts';
import type { Store } from '#server/store/store.ts';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { Connection } from './connection.ts';
import type { HubOptions, SocketAccounts } from './options.ts';
import { Room } from './room.ts';

const IDLE = 30_000;
const BEAT = 15_000;

/** Every open section, and the door to them. */
export class Hub {
	/** Set once the accounts are built: they need the hub's notices and it needs their sessions. */
	accounts: SocketAccounts | null = null;
	private readonly options: HubOptions;
	private readonly rooms = new Map<string, Promise<Room | null>>();
	private readonly wss = new WebSocketServer({
		noServer: true,
		maxPayload: LIMITS.frame + 1024,
		perMessageDeflate: false
	});
	private readonly timer: ReturnType<typeof setInterval>;
	private readonly emptySince = new Map<string, number>();
	private presencePending: ReturnType<typeof setTimeout> | null = null;
	private judging: Promise<void> = Promise.resolve();

	constructor(options: HubOptions) {
		this.options = options;
		this.timer = setInterval(() => {
			this.beat().catch((error: unknown) => logBug('beat', error));
		}, BEAT);
		this.timer.unref();
	}

	/** W2, W3: path, Origin, session, right, schema, epoch; then the section's room. */
	upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
		// A socket that breaks during the handshake is no reason to end the process.
		socket.on('error', () => socket.destroy());
		const url = new URL(req.url ?? '/', 'http://internal');
		const sectionId = /^\/collab\/([A-Za-z0-9-]{1,64})$/.exec(url.pathname)?.[1];
		if (sectionId === undefined) return refuseHttp(socket, 404);
		if (!this.options.isOwnOrigin(req)) return refuseHttp(socket, 403);
		this.wss.handleUpgrade(req, socket, head, (ws) => {
			ws.on('error', () => ws.terminate());
			// What the client says before it is known waits in the socket.
			ws.pause();
			this.admit(ws, req, { sectionId, params: url.searchParams })
				.catch((error: unknown) => {
					logBug('admit', error);
					ws.close(CLOSES.restart.code, CLOSES.restart.reason);
				})
				.finally(() => ws.resume());
		});
	}

	private async admit(
		ws: WebSocket,
		req: IncomingMessage,
		{ sectionId, params }: { sectionId: string; params: URLSearchParams }
	): Promise<void> {
		const close = (name: CloseName) => ws.close(CLOSES[name].code, CLOSES[name].reason);
		const signedIn = (await this.accounts?.validate(req.headers.cookie ?? null)) ?? null;
		if (!signedIn) return close('notSignedIn');
		const { actor, sessionHash } = signedIn;
		if (this.connectionsOf(actor.personId) >= LIMITS.socketsAPerson) return close('tooFast');
		const judged = await this.judge(actor, sectionId);
		if (judged.close) return close(judged.close);
		const schema = params.get('schema');
		if (schema !== null && Number(schema) !== SCHEMA_VERSION) return close('oldSchema');
		const epoch = params.get('epoch');
		if (epoch !== null && Number(epoch) !== judged.section.epoch) return close('otherEpoch');
		const user = await this.userOf(actor);
		const room = await this.room(sectionId);
		if (!room) return close('notFound');
		if (room.isClosed) return close('restart');
		if (ws.readyState !== ws.OPEN) return;
		const connection = new Connection({
			socket: ws,
			room,
			actor,
			sessionHash,
			user,
			clock: this.options.clock,
			onDiverged: () => this.options.metrics.diverged.inc(),
			onClosed: (c) => this.left(c)
		});
		connection.mayEdit = judged.mayEdit;
		this.emptySince.delete(sectionId);
		this.all.add(connection);
		this.options.metrics.connections.set(this.all.size);
		room.join(connection);
		this.presenceChanged();
	}

	private readonly all = new Set<Connection>();

	private left(connection: Connection): void {
		connection.room.leave(connection);
		this.all.delete(connection);
		this.options.metrics.connections.set(this.all.size);
		if (connection.room.connections.size === 0)
			this.emptySince.set(connection.room.section.id, this.options.clock());
		this.presenceChanged();
	}

	private connectionsOf(personId: string): number {
		let n = 0;
		for (const c of this.all) if (c.user.id === personId) n += 1;
		return n;
	}

	private async userOf(actor: Actor): Promise<Presence['user']> {
		const writes = actor.grants.find((g) => g.role === 'writer');
		const departments = await this.options.store.read((tx) =>
			listDepartments(tx, actor.municipalityId)
		);
		return {
			id: actor.personId,
			name: actor.name,
			color: personColour(actor.personId),
			department: departments.find((d) => d.id === writes?.departmentId)?.name ?? null
		};
	}

	private judge(
		actor: Actor,
		sectionId: string
	): Promise<{ close: CloseName } | { close: null; section: Section; mayEdit: boolean }> {
		return this.options.store.read(async (tx) => {
			const section = await getSection(tx, sectionId);
			if (!section) return { close: 'notFound' };
			const thing = thingToWrite(section);
			const read = may(actor, 'section.read', thing);
			if (!read.may) return { close: read.hidden ? 'notFound' : 'forbidden' };
			return { close: null, section, mayEdit: may(actor, 'section.edit', thing).may };
		});
	}

	/** The room of a section, opened when it is not. */
	private room(sectionId: string): Promise<Room | null> {
		const known = this.rooms.get(sectionId);
		if (known) return known;
		const opening = this.open(sectionId);
		this.rooms.set(sectionId, opening);
		opening.then(
			(room) => {
				if (!room) this.rooms.delete(sectionId);
				this.options.metrics.rooms.set(this.rooms.size);
			},
			() => this.rooms.delete(sectionId)
		);
		return opening;
	}

	private async open(sectionId: string): Promise<Room | null> {
		const { store, writer, metrics } = this.options;
		const content = await store.read(async (tx) => {
			const section = await getSection(tx, sectionId);
			if (!section) return null;
			return {
				section,
				...(await documentBytes(tx, section)),
				claims: await listClaims(tx, section)
			};
		});
		if (!content) return null;
		return new Room(content, {
			append: async (batch) => {
				const end = metrics.commitSeconds.startTimer();
				const result = await writer.run('appendUpdates', { rooms: [batch] });
				end();
				return result.ok ? { ok: true, value: result.value.rooms[0] ?? [] } : result;
			},
			keepLate: async (input) => {
				const kept = await writer.run('keepLate', input);
				return kept.ok ? kept.value.lateId : null;
			},
			saveSnapshot: async (input) => {
				await writer.run('saveSnapshot', input);
			},
			onPresence: () => this.presenceChanged(),
			onWritten: () => metrics.updates.inc({ outcome: 'stored' }),
			onRefused: (refusal) => metrics.updates.inc({ outcome: refusal.code }),
			onFailed: (room, error) => {
				this.rooms.delete(room.section.id);
				logBug(`room ${room.section.id}`, error);
			}
		});
	}

	/** A6: every open socket is judged again; called after each act that may change a right or lock. */
	rejudge(): void {
		this.judging = this.judging
			.then(() => this.judgeAll())
			.catch((error: unknown) => logBug('judge', error));
	}

	private async judgeAll(): Promise<void> {
		const { store, clock } = this.options;
		const actors = new Map<string, Actor | null>();
		for (const opening of [...this.rooms.values()]) {
			const room = await opening;
			if (!room) continue;
			const fresh = await store.read((tx) => getSection(tx, room.section.id));
			if (fresh) room.take(fresh);
			for (const connection of [...room.connections]) {
				const key = connection.sessionHash;
				if (!actors.has(key)) actors.set(key, await sessionActor(store, key, clock()));
				const actor = actors.get(key) ?? null;
				if (!actor) connection.close('notSignedIn');
				else {
					const judged = await this.judge(actor, room.section.id);
					if (judged.close) connection.close(judged.close);
					else {
						connection.actor = actor;
						connection.mayEdit = judged.mayEdit;
						room.tellState(connection);
					}
				}
			}
		}
	}

	/** The figures changed: drafts show live values (I5). */
	figuresChanged(): void {
		for (const connection of this.all) connection.note({ type: 'figures' });
	}

	/** Tells everybody in a report who is in which section, once for what happens within half a second. */
	private presenceChanged(): void {
		this.presencePending ??= setTimeout(() => {
			this.presencePending = null;
			for (const connection of this.all)
				connection.note({ type: 'presence', sections: this.presenceFor(connection) });
		}, 500);
	}

	private presenceFor(viewer: Connection): Record<string, Presence['user'][]> {
		const sections: Record<string, Presence['user'][]> = {};
		const { reportId, authorityId } = viewer.room.section;
		// A8: who was let in by a share knows of that section alone.
		const seesAll = viewer.actor.grants.some(
			(g) => 'authorityId' in g && g.authorityId === authorityId
		);
		for (const connection of this.all) {
			const { room, user } = connection;
			// A page is connected to more sections than its person reads.
			if (!room.shows(connection)) continue;
			if (room.section.reportId !== reportId || (!seesAll && room !== viewer.room)) continue;
			const there = (sections[room.section.id] ??= []);
			if (!there.some((u) => u.id === user.id)) there.push(user);
		}
		return sections;
	}

	private async beat(): Promise<void> {
		for (const connection of [...this.all]) connection.beat();
		const now = this.options.clock();
		for (const [sectionId, since] of [...this.emptySince]) {
			if (now - since < IDLE) continue;
			const room = await this.rooms.get(sectionId);
			if (room && !room.isIdle()) continue;
			this.emptySince.delete(sectionId);
			this.rooms.delete(sectionId);
			await room?.close();
		}
		this.options.metrics.rooms.set(this.rooms.size);
		// Sessions also end by time.
		this.rejudge();
	}

	/** Ends every socket, after what was under way is stored. */
	async close(): Promise<void> {
		clearInterval(this.timer);
		if (this.presencePending) clearTimeout(this.presencePending);
		for (const opening of this.rooms.values()) await (await opening)?.close();
		for (const connection of this.all) connection.close('restart');
		this.wss.close();
	}
}

/** A bug is logged once, where it was met; it ends a socket or a room, never the process (W11). */
function logBug(at: string, error: unknown): void {
	const stack = error instanceof Error ? error.stack : String(error);
	console.error(JSON.stringify({ bug: at, stack }));
}

/** The person behind a session that stands; else null. */
function sessionActor(store: Store, sessionHash: string, now: number): Promise<Actor | null> {
	return store.read(async (tx) => {
		const session = await getSession(tx, sessionHash);
		return session && session.expiresAt > now ? loadActor(tx, session.personId) : null;
	});
}

function refuseHttp(socket: Duplex, status: 403 | 404): void {
	const text = status === 403 ? 'Forbidden' : 'Not Found';
	socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
