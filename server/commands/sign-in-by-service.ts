import { nameProblem, tidyName } from '#core/person-fields.ts';
import { ok } from '#core/result.ts';
import {
	getIdentity,
	hasIdentityOf,
	insertIdentity,
	setIdentityUsed,
	wasForgotten
} from '#server/store/identities.ts';
import { endLinksOf } from '#server/store/one-time-links.ts';
import { listMunicipalities } from '#server/store/organisation.ts';
import { findPersonByEmail, getPerson, insertPerson, type Person } from '#server/store/people.ts';
import type { Tx } from '#server/store/store.ts';
import { audit, type Command, type Context } from './context.ts';
import { claimedGrants, followClaims } from './follow-claims.ts';

/** What the service says of who signs in; it was checked before, signature and all. */
export type SaidByService = {
	issuer: string;
	subject: string;
	/** As addresses are kept; null where the service has not said one that it answers for. */
	verifiedEmail: string | null;
	name: string;
	/** The values of its claim about roles; none where it has not said any. */
	values: string[];
};

/** Why nobody is signed in, for the log: the person is told one and the same (A8). */
export type NotRecognised =
	| 'closed' // the account was closed, or its person forgotten
	| 'unverified' // the service does not answer for an address
	| 'otherIdentity' // the account with this address is somebody else's for the service
	| 'noRole'; // there is no account, and no claim carries a role

export type Recognised =
	{ personId: string; keptLast: boolean } | { personId: null; why: NotRecognised };

/**
 * U7: finds whom the service means, by its own name for them; else, once, by a verified address; else
 * makes an account where a claim carries a role. Then the roles that follow claims are what it says.
 */
export const signInByService: Command<SaidByService, Recognised> = async (tx, said, context) => {
	const found = await recognise(tx, said, context);
	if ('why' in found) return ok({ personId: null, why: found.why });
	const { person } = found;
	await setIdentityUsed(tx, said.issuer, said.subject, context.now);
	const { given, withdrawn, keptLast } = await followClaims(tx, person, said.values, context);
	if (given.length + withdrawn.length > 0)
		await audit(tx, self(person), context, {
			act: 'person.claims',
			detail: { personId: person.id, given, withdrawn }
		});
	return ok({ personId: person.id, keptLast });
};

async function recognise(
	tx: Tx,
	said: SaidByService,
	context: Context
): Promise<{ person: Person } | { why: NotRecognised }> {
	const known = await getIdentity(tx, said.issuer, said.subject);
	if (known) {
		const person = await getPerson(tx, known.personId);
		return person && isOpen(person) ? { person } : { why: 'closed' };
	}
	if (said.verifiedEmail === null) return { why: 'unverified' };
	const person = await findPersonByEmail(tx, said.verifiedEmail);
	if (!person) {
		// U9: nobody gets an account anew behind the back of those who closed it: an administrator may make one.
		if (await wasForgotten(tx, said.issuer, said.subject)) return { why: 'closed' };
		return create(tx, said, said.verifiedEmail, context);
	}
	if (!isOpen(person)) return { why: 'closed' };
	if (await hasIdentityOf(tx, person.id, said.issuer)) return { why: 'otherIdentity' };
	await link(tx, person, said, context);
	// An invitation that was not used is a second way in that nobody needs any more.
	await endLinksOf(tx, person.id, context.now, { purpose: 'invitation' });
	await audit(tx, self(person), context, {
		act: 'person.identity',
		detail: { personId: person.id, issuer: said.issuer }
	});
	return { person };
}

async function create(
	tx: Tx,
	said: SaidByService,
	email: string,
	context: Context
): Promise<{ person: Person } | { why: NotRecognised }> {
	const [municipality, another] = await listMunicipalities(tx);
	// Of several nobody could say whose person it is.
	if (!municipality || another) return { why: 'noRole' };
	if ((await claimedGrants(tx, municipality.id, said.values)).length === 0)
		return { why: 'noRole' };
	const id = context.newId();
	const name = nameProblem(said.name) === null ? tidyName(said.name) : (email.split('@')[0] ?? '');
	await insertPerson(tx, {
		id,
		municipalityId: municipality.id,
		email,
		name,
		createdAt: context.now
	});
	const person = await getPerson(tx, id);
	if (!person) throw new Error('the person was just stored');
	await link(tx, person, said, context);
	await audit(tx, self(person), context, {
		act: 'person.byService',
		detail: { personId: id, issuer: said.issuer }
	});
	return { person };
}

const link = (tx: Tx, person: Person, { issuer, subject }: SaidByService, context: Context) =>
	insertIdentity(tx, {
		municipalityId: person.municipalityId,
		issuer,
		subject,
		personId: person.id,
		createdAt: context.now,
		lastUsedAt: context.now
	});

const isOpen = (person: Person): boolean =>
	person.active && person.closedAt === null && person.erasedAt === null;

/** The person acts for themself: nobody else has a hand in it. */
const self = ({ id, name, municipalityId }: Person) => ({
	personId: id,
	name,
	municipalityId,
	grants: []
});
