import { CLOSES, type CloseName } from '#collab/closes.ts';
import type { ServerMessage } from '#collab/protocol.ts';
import { SCHEMA_VERSION } from '#schema/version.ts';
import { trialLog, type Log } from '#server/log/log.ts';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Connection, type ConnectionOptions, type SignedIn } from './connection.ts';
import { Door, rightIn } from './door.ts';
import { GroupCommit } from './group-commit.ts';
import { judgeAll } from './judge.ts';
import { openRoom } from './open-room.ts';
import type { HubOptions, SocketAccounts } from './options.ts';
import { ReportPresence } from './report-presence.ts';
import type { Room } from './room.ts';
import { Upgrades, type Address } from './upgrades.ts';
import type { Wire } from './wire.ts';

const IDLE = 30_000;
const BEAT = 15_000;

/** Every open section, and the door to them. */
export class Hub {
	private readonly options: HubOptions;
	private readonly protocol: Log;
	private readonly door: Door;
	private readonly log: GroupCommit;
	private readonly rooms = new Map<string, Promise<Room | null>>();
	private readonly all = new Set<Connection>();
	/** How many sockets each person has. */
	private readonly sockets = new Map<string, number>();
	private readonly presence = new ReportPresence(this.all);
	private readonly upgrades: Upgrades;
	private readonly timer: ReturnType<typeof setInterval>;
	private readonly emptySince = new Map<string, number>();
	private judging: Promise<void> = Promise.resolve();
	/** Raised whenever rights, locks or sessions may be others. */
	private generation = 0;
	private isClosing = false;

	constructor(options: HubOptions) {
		this.options = options;
		this.protocol = options.log ?? trialLog;
		this.door = new Door(options);
		this.log = new GroupCommit((rooms) => options.writer.run('appendUpdates', { rooms }));
		this.upgrades = new Upgrades({
			isOwnOrigin: options.isOwnOrigin,
			admit: (...line) => this.admit(...line),
			left: (connection) => this.left(connection),
			onBug: (error) => this.logBug('admit', error),
			log: this.protocol
		});
		this.timer = setInterval(() => {
			this.beat().catch((error: unknown) => this.logBug('beat', error));
		}, BEAT);
		this.timer.unref();
	}

	set accounts(accounts: SocketAccounts) {
		this.door.accounts = accounts;
	}

	/** An HTTP request that wants to become a socket. */
	upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
		this.upgrades.handle(req, socket, head);
	}

	/** W2, W3: session, right, schema, epoch; lets a line in, or closes it and answers null. */
	async admit(
		wire: Wire,
		cookie: string | undefined,
		address: Address
	): Promise<Connection | null> {
		const turnAway = (name: CloseName): null => {
			wire.close(CLOSES[name].code, CLOSES[name].reason);
			return null;
		};
		let isCounted = false;
		for (;;) {
			if (this.isClosing) return turnAway('restart');
			const { generation } = this;
			const who = await this.door.whoIs(cookie);
			if (!who) return turnAway('notSignedIn');
			const { person = null } = address;
			if (person !== null && person !== who.user.id) return turnAway('notSignedIn');
			if ((this.sockets.get(who.user.id) ?? 0) >= this.options.socketsAPerson)
				return turnAway('tooFast');
			if (!(isCounted || ((await this.options.mayOpen?.(who.user.id)) ?? true)))
				return turnAway('tooFast');
			isCounted = true;
			const room = await this.room(address.sectionId);
			if (!room) return turnAway('notFound');
			// A right may have changed while this was read: then it is asked again.
			if (generation !== this.generation) continue;
			const right = rightIn(who.actor, room.section);
			if (right.close) return turnAway(right.close);
			if (address.schema !== null && Number(address.schema) !== SCHEMA_VERSION)
				return turnAway('oldSchema');
			if (address.epoch !== null && Number(address.epoch) !== room.section.epoch)
				return turnAway('otherEpoch');
			if (room.isClosed) return turnAway('restart');
			return this.enter(wire, room, {
				who,
				mayEdit: right.mayEdit,
				rows: right.rows,
				isOurs: address.schema !== null
			});
		}
	}

	private enter(
		wire: Wire,
		room: Room,
		as: Pick<ConnectionOptions, 'who' | 'mayEdit' | 'rows' | 'isOurs'>
	): Connection {
		const connection = new Connection({
			...as,
			wire,
			room,
			onDiverged: () => this.options.metrics.diverged.inc()
		});
		this.emptySince.delete(room.section.id);
		this.all.add(connection);
		this.count(as.who, 1);
		room.join(connection);
		this.presence.changed();
		return connection;
	}

	/** The line of a connection has ended. */
	left(connection: Connection): void {
		if (!this.all.delete(connection)) return;
		const { room, who } = connection;
		connection.end();
		room.leave(connection);
		this.count(who, -1);
		if (room.connections.size === 0) this.emptySince.set(room.section.id, this.options.clock());
		this.presence.changed();
	}

	private count({ user }: SignedIn, change: 1 | -1): void {
		const sockets = (this.sockets.get(user.id) ?? 0) + change;
		if (sockets > 0) this.sockets.set(user.id, sockets);
		else this.sockets.delete(user.id);
		this.options.metrics.connections.set(this.all.size);
	}

	/** The room of a section, opened when it is not. */
	private room(sectionId: string): Promise<Room | null> {
		const known = this.rooms.get(sectionId);
		if (known) return known;
		const opening = openRoom(sectionId, this.options, this.log, {
			onPresence: () => this.presence.changed(),
			onEnded: (room, error) => {
				if (this.rooms.get(sectionId) === opening) this.rooms.delete(sectionId);
				if (error !== null) this.logBug('room', error, { section: room.section.id });
			}
		});
		this.rooms.set(sectionId, opening);
		// Nobody is in it yet; who comes takes it off this list.
		this.emptySince.set(sectionId, this.options.clock());
		opening.then(
			(room) => {
				if (!room) this.forgetRoom(sectionId);
				this.options.metrics.rooms.set(this.rooms.size);
			},
			() => this.forgetRoom(sectionId)
		);
		return opening;
	}

	private forgetRoom(sectionId: string): void {
		this.rooms.delete(sectionId);
		this.emptySince.delete(sectionId);
	}

	/** A6: every open socket is judged again; called after each act that may change a right or lock. */
	rejudge(): void {
		this.generation += 1;
		this.door.forget();
		this.judging = this.judging
			.then(async () => {
				const rooms = await Promise.all(this.rooms.values());
				await judgeAll(
					this.options,
					rooms.filter((room) => room !== null),
					this.all
				);
			})
			.catch((error: unknown) => this.logBug('judge', error));
	}

	/** The figures changed: drafts show live values (I5). */
	figuresChanged(): void {
		for (const connection of this.all) connection.note({ type: 'figures' });
	}

	/** What is said about a section changed. */
	reviewChanged(sectionId: string): void {
		for (const connection of this.all)
			if (connection.room.section.id === sectionId) connection.note({ type: 'review' });
	}

	/** Tells a person's own sockets in a section; nobody else hears it. */
	tellPerson(personId: string, sectionId: string, message: ServerMessage): void {
		for (const connection of this.all)
			if (connection.who.user.id === personId && connection.room.section.id === sectionId)
				connection.note(message);
	}

	/** Called every 15 seconds: what is idle leaves memory, who is silent is dropped, all are judged. */
	async beat(): Promise<void> {
		for (const connection of [...this.all]) connection.beat();
		const now = this.options.clock();
		for (const opening of [...this.rooms.values()]) (await opening)?.tidy();
		for (const [sectionId, since] of [...this.emptySince]) {
			if (now - since < IDLE) continue;
			const room = await this.rooms.get(sectionId);
			if (room && !room.isIdle()) continue;
			this.forgetRoom(sectionId);
			await room?.close();
		}
		this.options.metrics.rooms.set(this.rooms.size);
		// Sessions also end by time.
		this.rejudge();
	}

	/** Ends every socket, after what was under way is stored. */
	async close(): Promise<void> {
		this.isClosing = true;
		clearInterval(this.timer);
		this.presence.stop();
		for (const opening of this.rooms.values()) await (await opening)?.close();
		for (const connection of this.all) connection.close('restart');
		this.upgrades.close();
	}

	/** A bug is logged once, where it was met; it ends a socket or a room, never the process (W11). */
	private logBug(at: string, error: unknown, ids: { section?: string } = {}): void {
		this.protocol.error({ at, ...ids, error }, 'a bug of the sockets');
	}
}
