import type { Actor } from '#core/access.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { findPersonByEmail, isOneTimeLinkOpen, loadActor } from '#server/store/people.ts';
import { getSession, listSessions } from '#server/store/sessions.ts';
import type { Store } from '#server/store/store.ts';
import type { Writer } from '#server/writer/writer.ts';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import { createHash, randomBytes } from 'node:crypto';
import { hashPassword, verifyPassword } from './password.ts';

/** A valid session and who it belongs to. */
export type SignedIn = {
	actor: Actor;
	/** The session's hash: what the store and open sockets know it by. */
	sessionHash: string;
	/** A cookie to set anew, when its time was extended. */
	cookie: string | null;
};

export interface Accounts {
	/** U2: one answer, after the same time, for a wrong password and an unknown account. */
	signIn(email: string, password: string): Promise<Result<{ cookie: string }>>;
	/** Ends the session of this Cookie header; answers the cookie that clears it. */
	signOut(cookieHeader: string | null): Promise<{ cookie: string }>;
	/** Who a Cookie header belongs to; null without a session that stands. */
	validate(cookieHeader: string | null): Promise<SignedIn | null>;
	/** U3: makes the one-time link of an empty database; null when people exist. */
	firstAdministratorLink(): Promise<string | null>;
	isFirstLinkOpen(token: string): Promise<boolean>;
	createFirstAdministrator(input: {
		token: string;
		name: string;
		email: string;
		password: string;
		municipality: string;
		authority: string;
	}): Promise<Result<{ cookie: string }>>;
}

export type AccountsOptions = {
	store: Store;
	writer: Writer;
	/** Cookies are `Secure` when the public address is https. */
	secure: boolean;
	origin: string;
	clock: () => number;
};

const SHORTEST_PASSWORD = 12;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** lucia and passwords behind one module: lucia is no longer developed, so nothing else knows it. */
export function openAccounts(options: AccountsOptions): Accounts {
	const { store, writer, secure, origin, clock } = options;
	const lucia = new Lucia(adapter(store, writer), {
		sessionExpiresIn: new TimeSpan(12, 'h'),
		sessionCookie: { name: 'session', attributes: { secure, sameSite: 'lax' } }
	});
	// U2: an unknown account costs the same computation as a known one.
	const nobody = hashPassword(randomBytes(16).toString('hex'));

	const begin = async (personId: string) => {
		const session = await lucia.createSession(personId, {});
		return { cookie: lucia.createSessionCookie(session.id).serialize() };
	};

	return {
		async signIn(email, password) {
			const person = await store.read((tx) => findPersonByEmail(tx, email));
			const right = await verifyPassword(person?.passwordHash ?? (await nobody), password);
			if (!person?.active || person.passwordHash === null || !right)
				return refuse({ code: 'wrongCredentials' });
			return ok(await begin(person.id));
		},
		async signOut(cookieHeader) {
			const id = lucia.readSessionCookie(cookieHeader ?? '');
			if (id) await lucia.invalidateSession(id);
			return { cookie: lucia.createBlankSessionCookie().serialize() };
		},
		async validate(cookieHeader) {
			const id = lucia.readSessionCookie(cookieHeader ?? '');
			if (!id) return null;
			const { session, user } = await lucia.validateSession(id);
			if (!session) return null;
			const actor = await store.read((tx) => loadActor(tx, user.id));
			if (!actor) return null;
			const cookie = session.fresh ? lucia.createSessionCookie(id).serialize() : null;
			return { actor, sessionHash: hash(id), cookie };
		},
		async firstAdministratorLink() {
			const token = randomBytes(32).toString('base64url');
			const offered = await writer.run('offerFirstAdministrator', { tokenHash: hash(token) });
			return offered.ok ? `${origin}/first/${token}` : null;
		},
		isFirstLinkOpen: (token) => store.read((tx) => isOneTimeLinkOpen(tx, hash(token), clock())),
		async createFirstAdministrator({ token, password, ...rest }) {
			if (password.length < SHORTEST_PASSWORD)
				return refuse({ code: 'invalid', problems: [{ field: 'password', problem: 'short' }] });
			const created = await writer.run('createFirstAdministrator', {
				...rest,
				tokenHash: hash(token),
				passwordHash: await hashPassword(password)
			});
			return created.ok ? ok(await begin(created.value.personId)) : created;
		}
	};
}

/** lucia's storage: reads by the reading connection, writes by the one writer, ids hashed (U1). */
function adapter(store: Store, writer: Writer): Adapter {
	const done = async (work: Promise<Result<null>>) => {
		const result = await work;
		if (!result.ok) throw new Error(`a session could not be stored: ${result.refusal.code}`);
	};
	const toSession = (
		id: string,
		row: { personId: string; expiresAt: number }
	): DatabaseSession => ({
		id,
		userId: row.personId,
		expiresAt: new Date(row.expiresAt),
		attributes: {}
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
					expiresAt: session.expiresAt.getTime()
				})
			),
		updateSessionExpiration: (sessionId, expiresAt) =>
			done(
				writer.run('extendSession', { idHash: hash(sessionId), expiresAt: expiresAt.getTime() })
			),
		deleteSession: (sessionId) => done(writer.run('endSession', { idHash: hash(sessionId) })),
		deleteUserSessions: (userId) => done(writer.run('endSessionsOf', { personId: userId })),
		deleteExpiredSessions: () => done(writer.run('endExpiredSessions', null))
	};
}
