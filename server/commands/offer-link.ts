import { ok, refuse, type Result } from '#core/result.ts';
import { countOwnLinks, endLinksOf, type LinkPurpose } from '#server/store/one-time-links.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import { findPersonByEmail, getPerson, insertOneTimeLink } from '#server/store/people.ts';
import { insertAudit } from '#server/store/audit.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a link opens something, in milliseconds. */
export const LINK_LASTS = {
	invitation: 7 * DAY,
	/** A mail comes at once; what an administrator passes on may wait for a meeting. */
	passwordReset: { mailed: 30 * MINUTE, passedOn: DAY }
} as const;

/** How many links one account may be asked for in an hour, by whoever types its address. */
const OWN_AN_HOUR = 3;

/** A link that was stored, and to whom it goes. */
export type OfferedLink = {
	/** Milliseconds since 1970. */
	expiresAt: number;
	to: { name: string; address: string };
	/** Who invites; null for who asked for their own. */
	inviter: string | null;
	municipality: string;
};

/**
 * U3: an administrator makes a link to somebody's account. An open one of the same purpose ends. The
 * token itself is known to who made it alone: here comes its hash.
 */
export const offerLink: Command<
	{ by: string; personId: string; purpose: LinkPurpose; tokenHash: string; mailed: boolean },
	OfferedLink
> = async (tx, input, context) => {
	const actor = await actorOf(tx, input.by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'people.manage', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const person = await getPerson(tx, input.personId);
	if (person?.municipalityId !== municipalityId) return refuse({ code: 'notFound' });
	if (!person.active)
		return refuse({ code: 'invalid', problems: [{ field: 'personId', problem: 'closed' }] });
	const { purpose, mailed } = input;
	await endLinksOf(tx, person.id, context.now, { purpose });
	const lasts =
		purpose === 'invitation'
			? LINK_LASTS.invitation
			: LINK_LASTS.passwordReset[mailed ? 'mailed' : 'passedOn'];
	const expiresAt = context.now + lasts;
	await insertOneTimeLink(tx, {
		tokenHash: input.tokenHash,
		purpose,
		personId: person.id,
		createdBy: actor.value.personId,
		createdAt: context.now,
		expiresAt
	});
	await audit(tx, actor.value, context, {
		act: 'person.link',
		detail: { personId: person.id, purpose, mailed, expiresAt }
	});
	return ok({
		expiresAt,
		to: { name: person.name, address: person.email },
		inviter: actor.value.name,
		municipality: (await getMunicipality(tx, municipalityId))?.name ?? ''
	});
};

/**
 * U2, U3: somebody asks for a link to the account of an address. Refused as `notFound` where there is
 * none, it is closed, or it was asked for too often; whoever asked hears nothing of it.
 */
export const askForLink: Command<{ email: string; tokenHash: string }, OfferedLink> = async (
	tx,
	input,
	context
): Promise<Result<OfferedLink>> => {
	const person = await findPersonByEmail(tx, input.email);
	if (!person?.active) return refuse({ code: 'notFound' });
	const { now } = context;
	if ((await countOwnLinks(tx, person.id, now - HOUR)) >= OWN_AN_HOUR)
		return refuse({ code: 'notFound' });
	// An administrator's link stays: a stranger who types addresses must not end it.
	await endLinksOf(tx, person.id, now, { purpose: 'passwordReset', ownOnly: true });
	const expiresAt = now + LINK_LASTS.passwordReset.mailed;
	await insertOneTimeLink(tx, {
		tokenHash: input.tokenHash,
		purpose: 'passwordReset',
		personId: person.id,
		createdAt: now,
		expiresAt
	});
	const { municipalityId } = person;
	await insertAudit(tx, {
		municipalityId,
		at: now,
		personId: null,
		personName: '',
		act: 'person.link',
		detail: {
			personId: person.id,
			purpose: 'passwordReset',
			mailed: true,
			asked: true,
			expiresAt
		}
	});
	return ok({
		expiresAt,
		to: { name: person.name, address: person.email },
		inviter: null,
		municipality: (await getMunicipality(tx, municipalityId))?.name ?? ''
	});
};
