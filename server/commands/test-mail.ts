import { testMail as wordsOf } from '#core/mail-words.ts';
import { ok, refuse } from '#core/result.ts';
import { insertMail } from '#server/store/mail.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import { getPerson } from '#server/store/people.ts';
import { actorOf, audit, permit, type Command } from './context.ts';
import type { MailWay } from './gather-mail.ts';

/** An administrator has a mail sent to themselves, to see whether mails arrive. */
export const testMail: Command<{ by: string } & MailWay, { mailId: string }> = async (
	tx,
	{ by, origin, sends },
	context
) => {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'people.manage', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const person = await getPerson(tx, by);
	if (!person) return refuse({ code: 'notFound' });
	const { name, email } = person;
	const municipality = (await getMunicipality(tx, municipalityId))?.name ?? '';
	const mailId = context.newId();
	await insertMail(tx, {
		id: mailId,
		municipalityId,
		personId: by,
		to: email,
		...wordsOf({ name, municipality, origin }),
		createdAt: context.now,
		state: sends ? 'waiting' : 'kept',
		notBefore: context.now
	});
	await audit(tx, actor.value, context, { act: 'mail.test', detail: { mailId } });
	return ok({ mailId });
};
