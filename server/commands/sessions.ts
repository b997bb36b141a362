import { ok } from '#core/result.ts';
import { deleteOldLinks } from '#server/store/one-time-links.ts';
import { getPerson } from '#server/store/people.ts';
import {
	deleteExpiredSessions,
	deleteSession,
	deleteSessionsOf,
	getSession,
	insertSession,
	setSessionExpiry,
	type SessionRow
} from '#server/store/sessions.ts';
import type { Command } from './context.ts';

/** The five writes that lucia makes of sessions, by the hash of the session's id (U1). */

const DAY = 24 * 60 * 60 * 1000;

/** How long a session stands unused, in milliseconds. */
export const SESSION_UNUSED = DAY / 2;
/** How long a session stands at the most, however much it is used, in milliseconds. */
export const SESSION_ENDS = 7 * DAY;
/** How long a link that opens nothing any more is remembered, in milliseconds. */
const LINKS_KEPT = 30 * DAY;

/** A closed account gets none: its cookie is then as unknown as any other. */
export const startSession: Command<
	Pick<SessionRow, 'idHash' | 'personId' | 'expiresAt'> &
		Partial<Pick<SessionRow, 'via' | 'device'>>,
	null
> = async (tx, input, context) => {
	const person = await getPerson(tx, input.personId);
	if (person?.active) await insertSession(tx, { ...input, createdAt: context.now });
	return ok(null);
};

export const extendSession: Command<{ idHash: string; expiresAt: number }, null> = async (
	tx,
	input
) => {
	const known = await getSession(tx, input.idHash);
	const end = (known?.createdAt ?? 0) + SESSION_ENDS;
	await setSessionExpiry(tx, input.idHash, Math.min(input.expiresAt, end));
	return ok(null);
};

export const endSession: Command<{ idHash: string }, null> = async (tx, input) => {
	await deleteSession(tx, input.idHash);
	return ok(null);
};

export const endSessionsOf: Command<{ personId: string }, null> = async (tx, input) => {
	await deleteSessionsOf(tx, input.personId);
	return ok(null);
};

export const endExpiredSessions: Command<null, null> = async (tx, _input, context) => {
	await deleteExpiredSessions(tx, context.now);
	await deleteOldLinks(tx, context.now - LINKS_KEPT);
	return ok(null);
};
