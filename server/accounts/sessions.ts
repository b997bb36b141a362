import type { Actor } from '#core/access.ts';
import { ok, type Refusal, type Result } from '#core/result.ts';
import { SESSION_ENDS, SESSION_UNUSED } from '#server/commands/sessions.ts';
import { loadActor } from '#server/store/people.ts';
import { getSession, listSessions, type SessionRow } from '#server/store/sessions.ts';
import type { Store } from '#server/store/store.ts';
import type { Writer } from '#server/writer/writer.ts';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import { hash } from './hash.ts';

/** How a session was begun. */
export type Via = SessionRow['via'];

/** A valid session and who it belongs to. */
export type SignedIn = {
	actor: Actor;
	/** The session's hash: what the store and open sockets know it by. */
	sessionHash: string;
	/** A cookie to set anew, when its time was extended. */
	cookie: string | null;
};

/** What lucia does, behind one module: it is no longer developed, so nothing else knows it (U1). */
export interface Sessions {
	/** A new session, with an id that nobody had before; answers its cookie, or `notSaved`. */
	begin(personId: string, via: Via, device: string): Promise<Result<string>>;
	/** Ends the session of a Cookie header, if there is one; answers the cookie that clears it, or `notSaved`. */
	end(cookieHeader: string | null): Promise<Result<string>>;
	/** Who a Cookie header belongs to; null without a session that stands. */
	validate(cookieHeader: string | null): Promise<SignedIn | null>;
}

export type SessionsOptions = {
	store: Store;
	writer: Writer;
	/** Cookies are `Secure` when the public address is https. */
	secure: boolean;
	clock: () => number;
};

const HOUR = 60 * 60 * 1000;
/** The longest id that is looked at: ours have forty characters. */
const LONGEST_ID = 64;

export function openSessions({ store, writer, secure, clock }: SessionsOptions): Sessions {
	// The prefix has browsers refuse a cookie that another host or plain http has set.
	const name = secure ? '__Host-session' : 'session';
	const stored = adapter(store, writer, clock);
	const lucia = new Lucia(stored, {
		sessionExpiresIn: new TimeSpan(SESSION_UNUSED, 'ms'),
		sessionCookie: { name, attributes: { secure, sameSite: 'lax', path: '/' } }
	});
	return {
		async begin(personId, via, device) {
			try {
				const session = await lucia.createSession(personId, { via, device });
				return ok(lucia.createSessionCookie(session.id).serialize());
			} catch (error) {
				if (error instanceof NotStored) return { ok: false, refusal: error.refusal };
				throw error;
			}
		},
		async end(cookieHeader) {
			const id = sessionIdIn(cookieHeader, name);
			const ended = id === null ? null : await writer.run('endSession', { idHash: hash(id) });
			return ended?.ok === false ? ended : ok(lucia.createBlankSessionCookie().serialize());
		},
		async validate(cookieHeader) {
			const id = sessionIdIn(cookieHeader, name);
			if (id === null) return null;
			const { session, user } = await lucia.validateSession(id);
			if (!session) return null;
			const actor = await store.read((tx) => loadActor(tx, user.id));
			if (!actor) return null;
			// One write an hour: so much is known of when it was last used.
			const isDue =
				!session.fresh && session.expiresAt.getTime() - Date.now() < SESSION_UNUSED - HOUR;
			if (isDue) await stored.updateSessionExpiration(id, new Date(Date.now() + SESSION_UNUSED));
			const cookie = isDue || session.fresh ? lucia.createSessionCookie(id).serialize() : null;
			return { actor, sessionHash: hash(id), cookie };
		}
	};
}

/**
 * The session's id in a Cookie header; null for none. Two different ones are none: one of them was put
 * there by somebody else.
 */
export function sessionIdIn(header: string | null, name: string): string | null {
	const ids = new Set<string>();
	for (const part of (header ?? '').split(';')) {
		const at = part.indexOf('=');
		if (at !== -1 && part.slice(0, at).trim() === name) ids.add(part.slice(at + 1).trim());
	}
	const [id = ''] = ids;
	return ids.size === 1 && id !== '' && id.length <= LONGEST_ID ? id : null;
}

declare module 'lucia' {
	interface Register {
		DatabaseSessionAttributes: { via: Via; device: string };
	}
}

/** How lucia's storage says that nothing could be stored: lucia knows no other way. */
class NotStored extends Error {
	override name = 'NotStored';
	readonly refusal: Refusal;

	constructor(refusal: Refusal) {
		super(`a session could not be stored: ${refusal.code}`);
		this.refusal = refusal;
	}
}

/**
 * lucia's storage: reads by the reading connection, writes by the one writer, ids hashed (U1). lucia
 * reads the machine's clock, so that times are told to it by that one, and kept by ours.
 *
 * Beside a request that only reads, lucia gives a session more time and forgets one that has ended. On a disk
 * that takes no more neither is stored, and neither must keep anybody from reading (D5): the one stands
 * as long as it stood, the other opens nothing.
 */
function adapter(store: Store, writer: Writer, clock: () => number): Adapter {
	const done = async (work: Promise<Result<null>>) => {
		const result = await work;
		if (!result.ok) throw new NotStored(result.refusal);
	};
	const ifPossible = async (work: Promise<Result<null>>) => {
		const result = await work;
		if (!result.ok && result.refusal.code !== 'notSaved') throw new NotStored(result.refusal);
	};
	const ahead = () => Date.now() - clock();
	const toSession = (id: string, row: SessionRow): DatabaseSession => ({
		id,
		userId: row.personId,
		expiresAt: new Date(row.expiresAt + ahead()),
		attributes: { via: row.via, device: row.device }
	});
	return {
		async getSessionAndUser(sessionId) {
			const row = await store.read((tx) => getSession(tx, hash(sessionId)));
			return row ? [toSession(sessionId, row), { id: row.personId, attributes: {} }] : [null, null];
		},
		async getUserSessions(userId) {
			const rows = await store.read((tx) => listSessions(tx, userId));
			return rows.map((row) => toSession(row.idHash, row));
		},
		setSession: (session) =>
			done(
				writer.run('startSession', {
					idHash: hash(session.id),
					personId: session.userId,
					expiresAt: session.expiresAt.getTime() - ahead(),
					...session.attributes
				})
			),
		async updateSessionExpiration(sessionId, expiresAt) {
			const idHash = hash(sessionId);
			const row = await store.read((tx) => getSession(tx, idHash));
			// At its longest time it is extended no more, and nothing is written for each request.
			if (!row || row.expiresAt >= row.createdAt + SESSION_ENDS) return;
			const until = expiresAt.getTime() - ahead();
			await ifPossible(writer.run('extendSession', { idHash, expiresAt: until }));
		},
		deleteSession: (sessionId) => ifPossible(writer.run('endSession', { idHash: hash(sessionId) })),
		deleteUserSessions: (userId) => done(writer.run('endSessionsOf', { personId: userId })),
		deleteExpiredSessions: () => done(writer.run('endExpiredSessions', null))
	};
}
