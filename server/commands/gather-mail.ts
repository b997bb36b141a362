import { EVERY_MS, isMailTime } from '#core/mail.ts';
import { mailOf } from '#core/mail-words.ts';
import { ok } from '#core/result.ts';
import {
	insertMail,
	keepWaiting,
	lastMailAt,
	settleMail,
	waitingNotices
} from '#server/store/mail.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import { getPerson, loadActor } from '#server/store/people.ts';
import type { Tx } from '#server/store/store.ts';
import type { Command } from './context.ts';
import { mailLines } from './mail-lines.ts';

export type MailWay = {
	/** The public address, without a slash at its end. */
	origin: string;
	/** A way to send mails is configured; without one they are kept. */
	sends: boolean;
};

/**
 * N3: makes one mail of a person's waiting notices, in the transaction that marks them as mailed: a crash
 * loses none and doubles none. At night, and within the hour after the person's last mail, they wait on.
 * One person at a time, so that nobody's letters wait for everybody's mails.
 */
export const gatherMail: Command<{ personId: string } & MailWay, { isMade: boolean }> = async (
	tx,
	{ personId, origin, sends },
	{ now, newId }
) => {
	const person = await getPerson(tx, personId);
	if (!person || !isMailTime(now) || (await hadOneLately(tx, personId, now)))
		return ok({ isMade: false });
	const notices = await waitingNotices(tx, personId);
	const actor = await loadActor(tx, personId);
	const { lines, mailed, dropped } =
		actor === null
			? { lines: [], mailed: [], dropped: notices }
			: await mailLines(tx, actor, notices, now);
	await settleMail(tx, dropped, null);
	if (lines.length === 0) return ok({ isMade: false });
	const { municipalityId, name, email } = person;
	const municipality = (await getMunicipality(tx, municipalityId))?.name ?? '';
	const id = newId();
	await insertMail(tx, {
		id,
		municipalityId,
		personId,
		to: email,
		...mailOf({ name, municipality, origin, lines }),
		createdAt: now,
		state: sends ? 'waiting' : 'kept',
		notBefore: now
	});
	await settleMail(tx, mailed, id);
	return ok({ isMade: true });
};

async function hadOneLately(tx: Tx, personId: string, now: number): Promise<boolean> {
	const last = await lastMailAt(tx, personId);
	// A clock that was set back keeps nobody waiting until it has caught up.
	return last !== null && last <= now && now - last < EVERY_MS;
}

/** Mails that wait are kept from now on: nobody says any more how to send them. */
export const keepMails: Command<null, null> = async (tx) => {
	await keepWaiting(tx);
	return ok(null);
};
