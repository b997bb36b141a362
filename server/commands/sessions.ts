import { ok } from '#core/result.ts';
import {
	deleteExpiredSessions,
	deleteSession,
	deleteSessionsOf,
	insertSession,
	setSessionExpiry
} from '#server/store/sessions.ts';
import type { Command } from './context.ts';

/** The five writes that lucia makes of sessions, by the hash of the session's id (U1). */

export const startSession: Command<
	{ idHash: string; personId: string; expiresAt: number },
	null
> = async (tx, input, context) => {
	await insertSession(tx, { ...input, createdAt: context.now });
	return ok(null);
};

export const extendSession: Command<{ idHash: string; expiresAt: number }, null> = async (
	tx,
	input
) => {
	await setSessionExpiry(tx, input.idHash, input.expiresAt);
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
	return ok(null);
};
