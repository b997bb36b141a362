import { MOST_ATTEMPTS } from '#core/mail.ts';
import { ok } from '#core/result.ts';
import { changeMail, getMail } from '#server/store/mail.ts';
import type { Command } from './context.ts';

/** The most that is kept of what a mail server said, in characters. */
const MOST_ERROR = 500;

/** A mail server took the mail. */
export const mailSent: Command<{ mailId: string }, null> = async (tx, { mailId }, { now }) => {
	await changeMail(tx, mailId, { state: 'sent', sentAt: now, error: null });
	return ok(null);
};

/**
 * An attempt failed: the next comes at the time that was set when it began. The mail is given up when the
 * server refused it for good, or after the last attempt.
 */
export const mailFailed: Command<
	{ mailId: string; error: string; forGood: boolean },
	{ isGivenUp: boolean }
> = async (tx, { mailId, error, forGood }) => {
	const mail = await getMail(tx, mailId);
	// Taken back by nobody, but sent meanwhile or kept: the outcome of now stands.
	if (mail?.state !== 'waiting') return ok({ isGivenUp: false });
	const isGivenUp = forGood || mail.attempts >= MOST_ATTEMPTS;
	const said = error.replace(/[\p{C}\p{Z}]+/gu, ' ').slice(0, MOST_ERROR);
	await changeMail(tx, mailId, { state: isGivenUp ? 'failed' : 'waiting', error: said });
	return ok({ isGivenUp });
};
