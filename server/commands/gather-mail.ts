import { EVERY_MS, isMailTime } from '#core/mail.ts';
import { mailOf } from '#core/mail-words.ts';
import { ok } from '#core/result.ts';
import {
	insertMail,
	keepWaiting,
	lastMailAt,
	peopleToMail,
	settleMail,
	waitingNotices
} from '#server/store/mail.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import { getPerson, loadActor } from '#server/store/people.ts';
import type { Tx } from '#server/store/store.ts';
import type { Command, Context } from './context.ts';
import { mailLines } from './mail-lines.ts';

export type GatherMail = {
	/** The public address, without a slash at its end. */
	origin: string;
	/** A way to send mails is configured; without one they are kept. */
	sends: boolean;
};

/**
 * N3: makes of waiting notices one mail a person, in the transaction that marks them as mailed: a crash
 * loses none and doubles none. At night, and within the hour after a person's last mail, they wait on.
 */
export const gatherMail: Command<GatherMail, { made: number }> = async (tx, input, context) => {
	if (!input.sends) await keepWaiting(tx);
	if (!isMailTime(context.now)) return ok({ made: 0 });
	let made = 0;
	for (const personId of await peopleToMail(tx, context.now))
		if (await mailTo(tx, personId, input, context)) made += 1;
	return ok({ made });
};

async function mailTo(
	tx: Tx,
	personId: string,
	{ origin, sends }: GatherMail,
	{ now, newId }: Context
): Promise<boolean> {
	const last = await lastMailAt(tx, personId);
	if (last !== null && now - last < EVERY_MS) return false;
	const notices = await waitingNotices(tx, personId);
	const [actor, person] = [await loadActor(tx, personId), await getPerson(tx, personId)];
	const { lines, mailed, dropped } =
		actor === null
			? { lines: [], mailed: [], dropped: notices }
			: await mailLines(tx, actor, notices, now);
	await settleMail(tx, dropped, null);
	if (!person || lines.length === 0) return false;
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
	return true;
}
