import { ok, refuse } from '#core/result.ts';
import { endLinksOf } from '#server/store/one-time-links.ts';
import { grantRowsOf, hasOtherAdministrator, revokeTokensOf } from '#server/store/people-roles.ts';
import { setPersonFields } from '#server/store/people.ts';
import { deleteSessionsOf } from '#server/store/sessions.ts';
import { audit, type Command } from './context.ts';
import { lastAdministrator, managedPerson } from './people-manager.ts';

/**
 * U6: closes an account. Sessions, open connections, links and keys for programs end at once; what the
 * person wrote and decided stays theirs, and so do their roles, for the day when they come back.
 */
export const closePerson: Command<{ by: string; personId: string }, null> = async (
	tx,
	input,
	context
) => {
	const found = await managedPerson(tx, input.by, input.personId);
	if (!found.ok) return found;
	const { actor, person } = found.value;
	if (!person.active) return refuse({ code: 'moved', happened: 'done', by: null, at: null });
	const isAdministrator = (await grantRowsOf(tx, person.id)).some(
		({ role }) => role === 'administrator'
	);
	if (isAdministrator && !(await hasOtherAdministrator(tx, actor.municipalityId, person.id)))
		return lastAdministrator();
	await setPersonFields(tx, person.id, { active: false, closedAt: context.now });
	await deleteSessionsOf(tx, person.id);
	await endLinksOf(tx, person.id, context.now);
	await revokeTokensOf(tx, person.id, context.now);
	await audit(tx, actor, context, { act: 'person.close', detail: { personId: person.id } });
	return ok(null);
};
