import { waitAfter } from '#core/mail.ts';
import { mailOf, oneLine } from '#core/mail-words.ts';
import { ok } from '#core/result.ts';
import {
	changeMail,
	deleteMail,
	nextMail,
	noticesOfMail,
	settleMail,
	type Mail
} from '#server/store/mail.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import { getPerson, loadActor } from '#server/store/people.ts';
import type { Tx } from '#server/store/store.ts';
import type { Command } from './context.ts';
import { mailLines } from './mail-lines.ts';

/** A mail as it is to be sent now. */
export type TakenMail = {
	id: string;
	to: { name: string; address: string };
	subject: string;
	text: string;
	/** Milliseconds since 1970. */
	createdAt: number;
};

/**
 * Hands out the next mail to be sent, null for none. Its next attempt is written down before this one
 * begins: a crash, or a store that is full by then, sends it again after a while and not at once. What it
 * says is judged anew at each attempt (N1); a mail with nothing left to say is taken away.
 */
export const takeMail: Command<{ origin: string }, TakenMail | null> = async (
	tx,
	{ origin },
	{ now }
) => {
	for (;;) {
		const mail = await nextMail(tx, now);
		if (!mail) return ok(null);
		const made = await madeAnew(tx, mail, origin, now);
		if (made === null) {
			await deleteMail(tx, mail.id);
			continue;
		}
		const { name, ...change } = made;
		const attempts = mail.attempts + 1;
		await changeMail(tx, mail.id, { ...change, attempts, notBefore: now + waitAfter(attempts) });
		const { subject, text, to: address } = change;
		return ok({ id: mail.id, to: { name, address }, subject, text, createdAt: mail.createdAt });
	}
};

/** The mail in the words of now, to the address of now; null when nothing is left, or nobody to read it. */
async function madeAnew(tx: Tx, mail: Mail, origin: string, now: number) {
	const person = await getPerson(tx, mail.personId);
	const actor = await loadActor(tx, mail.personId);
	if (!person || actor === null) return null;
	const { email: to, municipalityId } = person;
	const name = oneLine(person.name);
	const notices = await noticesOfMail(tx, mail);
	// A mail without notices, a test, stays as it was written.
	if (notices.length === 0) return { name, to, subject: mail.subject, text: mail.text };
	const { lines, dropped } = await mailLines(tx, actor, notices, now);
	await settleMail(tx, dropped, null);
	if (lines.length === 0) return null;
	const municipality = (await getMunicipality(tx, municipalityId))?.name ?? '';
	return { name, to, ...mailOf({ name, municipality, origin, lines }) };
}
