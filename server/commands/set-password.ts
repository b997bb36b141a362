import { ok, refuse } from '#core/result.ts';
import { endLinksOf, getLink, isOpen, type LinkPurpose } from '#server/store/one-time-links.ts';
import { deleteOtherSessions, setPassword } from '#server/store/passwords.ts';
import { getPerson, useOneTimeLink } from '#server/store/people.ts';
import { deleteSessionsOf } from '#server/store/sessions.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

/**
 * U3: sets the password that somebody chose behind a link. The link works once: of two at once one is
 * refused as `notFound`, like a link that is too old, unknown, or of an account that is closed. What else
 * opened the account ends: sessions and links.
 */
export const setPasswordByLink: Command<
	{ tokenHash: string; purpose: LinkPurpose; passwordHash: string },
	{ personId: string }
> = async (tx, { tokenHash, purpose, passwordHash }, context) => {
	const link = await getLink(tx, tokenHash, purpose);
	if (!link || !isOpen(link, context.now)) return refuse({ code: 'notFound' });
	const person = await getPerson(tx, link.personId);
	if (!person?.active) return refuse({ code: 'notFound' });
	await useOneTimeLink(tx, tokenHash, purpose, context.now);
	await endLinksOf(tx, person.id, context.now);
	await deleteSessionsOf(tx, person.id);
	await setPassword(tx, person.id, passwordHash, context.now);
	const actor = await actorOf(tx, person.id);
	if (!actor.ok) return actor;
	await audit(tx, actor.value, context, {
		act: 'account.password',
		detail: { personId: person.id, by: purpose }
	});
	return ok({ personId: person.id });
};

/**
 * U1: a person changes their own password. All other sessions of theirs end, and links that are open.
 * `verified`: the hash that the present password was held against; refused as `moved` when it is another
 * by now.
 */
export const changePassword: Command<
	{ by: string; sessionHash: string; verified: string; passwordHash: string },
	{ ended: number }
> = async (tx, input, context) => {
	const actor = await actorOf(tx, input.by);
	if (!actor.ok) return actor;
	const { municipalityId, personId } = actor.value;
	const allowed = permit(actor.value, 'account.own', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const person = await getPerson(tx, personId);
	if (person?.passwordHash !== input.verified)
		return refuse({ code: 'moved', happened: 'done', by: null, at: null });
	await setPassword(tx, personId, input.passwordHash, context.now);
	await endLinksOf(tx, personId, context.now);
	const ended = await deleteOtherSessions(tx, personId, input.sessionHash);
	await audit(tx, actor.value, context, {
		act: 'account.password',
		detail: { personId, by: 'self', ended }
	});
	return ok({ ended });
};
