import { readEmail } from '#core/person-fields.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import {
	insertAuthority,
	insertMunicipality,
	listMunicipalities
} from '#server/store/organisation.ts';
import {
	countPeople,
	insertGrant,
	insertOneTimeLink,
	insertPerson,
	useOneTimeLink
} from '#server/store/people.ts';
import { insertAudit } from '#server/store/audit.ts';
import type { Command } from './context.ts';

const DAY = 24 * 60 * 60 * 1000;

/** U3, U4: a link for the first administrator of an empty database; refused when people exist. */
export const offerFirstAdministrator: Command<{ tokenHash: string }, null> = async (
	tx,
	input,
	context
) => {
	if ((await countPeople(tx)) > 0)
		return refuse({ code: 'moved', happened: 'done', by: null, at: null });
	await insertOneTimeLink(tx, {
		tokenHash: input.tokenHash,
		purpose: 'firstAdministrator',
		expiresAt: context.now + DAY
	});
	return ok(null);
};

/**
 * The first person of an installation: administrator, and coordinator of the first authority, so
 * that work can begin. The link works once.
 */
export const createFirstAdministrator: Command<
	{
		tokenHash: string;
		name: string;
		email: string;
		passwordHash: string;
		municipality: string;
		authority: string;
	},
	{ personId: string }
> = async (tx, input, context) => {
	const problems: FieldProblem[] = [];
	for (const field of ['name', 'municipality', 'authority'] as const)
		if (input[field].trim() === '' || input[field].length > 200)
			problems.push({ field, problem: 'missing' });
	const email = readEmail(input.email);
	if (email === null) problems.push({ field: 'email', problem: 'email' });
	if (problems.length > 0 || email === null) return refuse({ code: 'invalid', problems });
	const usable = await useOneTimeLink(tx, input.tokenHash, 'firstAdministrator', context.now);
	if (!usable || (await countPeople(tx)) > 0 || (await listMunicipalities(tx)).length > 0)
		return refuse({ code: 'moved', happened: 'done', by: null, at: null });
	const municipalityId = context.newId();
	const authorityId = context.newId();
	const personId = context.newId();
	await insertMunicipality(tx, {
		id: municipalityId,
		name: input.municipality.trim(),
		createdAt: context.now
	});
	await insertAuthority(tx, { id: authorityId, municipalityId, name: input.authority.trim() });
	await insertPerson(tx, {
		id: personId,
		municipalityId,
		email,
		name: input.name.trim(),
		passwordHash: input.passwordHash,
		createdAt: context.now
	});
	await insertGrant(tx, { id: context.newId(), municipalityId, personId, role: 'administrator' });
	await insertGrant(tx, {
		id: context.newId(),
		municipalityId,
		personId,
		role: 'coordinator',
		authorityId
	});
	await insertAudit(tx, {
		municipalityId,
		at: context.now,
		personId,
		personName: input.name.trim(),
		act: 'person.firstAdministrator'
	});
	return ok({ personId });
};
