import { nameProblem, readEmail, tidyName } from '#core/person-fields.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { endLinksOf } from '#server/store/one-time-links.ts';
import { findPersonByEmail, setPersonFields } from '#server/store/people.ts';
import { audit, type Command } from './context.ts';
import { managedPerson } from './people-manager.ts';

/**
 * A person's name and address. With another address the links that went to the old one open nothing more.
 * `seen`: what the form showed; refused as `moved` when it is something else by now (S10). The trail says
 * which of them changed and not what they say, so that a person can be forgotten (U9).
 */
export const changePerson: Command<
	{
		by: string;
		personId: string;
		name: string;
		email: string;
		seen: { name: string; email: string };
	},
	{ changed: ('name' | 'email')[] }
> = async (tx, input, context) => {
	const found = await managedPerson(tx, input.by, input.personId);
	if (!found.ok) return found;
	const { actor, person } = found.value;
	if (input.seen.name !== person.name || input.seen.email !== person.email)
		return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });
	const email = readEmail(input.email);
	const problems: FieldProblem[] = [];
	const wrongName = nameProblem(input.name);
	if (wrongName) problems.push({ field: 'name', problem: wrongName });
	const other = email === null ? undefined : await findPersonByEmail(tx, email);
	if (email === null) problems.push({ field: 'email', problem: 'email' });
	else if (other && other.id !== person.id)
		problems.push({ field: 'email', problem: 'emailTaken' });
	if (problems.length > 0 || email === null) return refuse({ code: 'invalid', problems });
	const name = tidyName(input.name);
	const changed = [
		...(name === person.name ? [] : (['name'] as const)),
		...(email === person.email ? [] : (['email'] as const))
	];
	if (changed.length === 0) return ok({ changed });
	await setPersonFields(tx, person.id, { name, email });
	if (changed.includes('email')) await endLinksOf(tx, person.id, context.now);
	await audit(tx, actor, context, {
		act: 'person.change',
		detail: { personId: person.id, changed }
	});
	return ok({ changed });
};
