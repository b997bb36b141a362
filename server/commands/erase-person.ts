import { forgottenEmail, forgottenName, LONGEST_ERASE_REASON } from '#core/forgotten.ts';
import { ok, refuse } from '#core/result.ts';
import { forget } from '#server/store/personal-data.ts';
import { createHash } from 'node:crypto';
import { audit, type Command } from './context.ts';
import { managedPerson } from './people-manager.ts';

/**
 * U9: an administrator has a person forgotten, with a reason. Whose account is open is closed first, so
 * that nobody is forgotten by one press; nobody forgets themselves, so that an administrator is left.
 * What goes and what stays: `forget` in `store/personal-data.ts`.
 */
export const erasePerson: Command<
	{ by: string; personId: string; reason: string },
	{ name: string }
> = async (tx, input, context) => {
	const found = await managedPerson(tx, input.by, input.personId);
	if (!found.ok) return found;
	const { actor, person } = found.value;
	const problem = (field: string, code: string) =>
		refuse({ code: 'invalid', problems: [{ field, problem: code }] });
	if (person.id === actor.personId) return problem('personId', 'notYourself');
	if (person.active) return problem('personId', 'closeFirst');
	const reason = input.reason.trim();
	if (reason === '') return refuse({ code: 'reasonNeeded' });
	if (reason.length > LONGEST_ERASE_REASON) return problem('reason', 'length');
	const mark = createHash('sha256').update(person.id).digest('hex').slice(0, 6);
	const name = forgottenName(mark);
	await forget(tx, person.id, { name, email: forgottenEmail(person.id) }, context.now);
	await audit(tx, actor, context, {
		act: 'person.erase',
		reason,
		detail: { personId: person.id }
	});
	return ok({ name });
};
