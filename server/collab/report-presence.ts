import { encodeNote, type Presence } from '#collab/protocol.ts';
import type { Connection } from './connection.ts';

type Sections = Record<string, Presence['user'][]>;

/** How long is waited for more to happen before people are told who is where. */
const PAUSE = 500;

/** Tells everybody in a report who is in which section, together for what happens in half a second. */
export class ReportPresence {
	private readonly connections: ReadonlySet<Connection>;
	private pending: ReturnType<typeof setTimeout> | null = null;

	constructor(connections: ReadonlySet<Connection>) {
		this.connections = connections;
	}

	changed(): void {
		this.pending ??= setTimeout(() => {
			this.pending = null;
			this.tell();
		}, PAUSE);
	}

	stop(): void {
		if (this.pending) clearTimeout(this.pending);
	}

	/** One message a report for those who see all of it, one a section for the others. */
	private tell(): void {
		const reports = new Map<string, Sections>();
		for (const { room, who } of this.visible()) {
			const { id, reportId } = room.section;
			const sections = reports.get(reportId) ?? {};
			reports.set(reportId, sections);
			const there = (sections[id] ??= []);
			if (!there.some((user) => user.id === who.user.id)) there.push(who.user);
		}
		const messages = new Map<string, Uint8Array>();
		for (const connection of this.connections) {
			const { id, reportId } = connection.room.section;
			const all = reports.get(reportId) ?? {};
			const own = all[id];
			// A8: who was let in by a share knows of that section alone.
			const seesAll = seesReport(connection);
			const key = seesAll ? reportId : `${reportId} ${id}`;
			let message = messages.get(key);
			if (!message) {
				const sections = seesAll ? all : own ? { [id]: own } : {};
				message = encodeNote({ type: 'presence', sections });
				messages.set(key, message);
			}
			connection.send(message);
		}
	}

	/** A page is connected to more sections than its person reads. */
	private visible(): Connection[] {
		return [...this.connections].filter((connection) => connection.room.shows(connection));
	}
}

function seesReport({ room, who }: Connection): boolean {
	const { authorityId } = room.section;
	return who.actor.grants.some((g) => 'authorityId' in g && g.authorityId === authorityId);
}
