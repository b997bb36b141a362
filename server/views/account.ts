import { may } from '#core/access.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import { sessionRef } from '#core/session-ref.ts';
import { SESSION_UNUSED } from '#server/commands/sessions.ts';
import { grantRowsOf } from '#server/store/people-roles.ts';
import { getPerson } from '#server/store/people.ts';
import { listSessions, type SessionRow } from '#server/store/sessions.ts';
import type { View } from './index.ts';
import { grantNamer, type ShownGrant } from './people-parts.ts';

/** One session as its person recognises it. Times in milliseconds since 1970. */
export type OwnSession = {
	/** What it is ended by. */
	ref: string;
	/** `Firefox, Windows`; empty where it is unknown. */
	device: string;
	via: SessionRow['via'];
	beganAt: number;
	/** To the hour; before its last half day, a session of a week. */
	lastUsedAt: number;
	/** It is the one that asks. */
	isThis: boolean;
};

export type AccountPage = {
	name: string;
	email: string;
	roles: Pick<ShownGrant, 'role' | 'of'>[];
	/** False for who signs in by the municipality's service alone. */
	hasPassword: boolean;
	/** Null where it was set before this was kept, or never. */
	passwordSetAt: number | null;
	mayMakeTokens: boolean;
	/** The one that asks first, then the latest used. */
	sessions: OwnSession[];
};

/**
 * One's own account.
 * @param sessionHash the session that asks
 */
export const account: View<{ sessionHash: string | null }, AccountPage> = async (
	tx,
	actor,
	{ sessionHash }
) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId, personId } = actor;
	const allowed = permit(actor, 'account.own', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const person = await getPerson(tx, personId);
	if (!person) return refuse({ code: 'notFound' });
	const rows = await listSessions(tx, personId);
	return ok({
		name: person.name,
		email: person.email,
		roles: (await grantRowsOf(tx, personId)).map(await grantNamer(tx, municipalityId)),
		hasPassword: person.passwordHash !== null,
		passwordSetAt: person.passwordSetAt,
		mayMakeTokens: may(actor, 'token.make', { kind: 'municipality', municipalityId }).may,
		sessions: rows
			.map((row) => ({ ...ownSession(row), isThis: row.idHash === sessionHash }))
			.sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.lastUsedAt - a.lastUsedAt)
	});
};

/** A session without what it is known by. */
export const ownSession = (row: SessionRow): Omit<OwnSession, 'isThis'> => ({
	ref: sessionRef(row.idHash),
	device: row.device,
	via: row.via,
	beganAt: row.createdAt,
	lastUsedAt: Math.max(row.createdAt, row.expiresAt - SESSION_UNUSED)
});
