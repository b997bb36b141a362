import { ok, refuse } from '#core/result.ts';
import { setPersonFields } from '#server/store/people.ts';
import { audit, type Command } from './context.ts';
import { managedPerson } from './people-manager.ts';

/** Opens a closed account again, with the roles that it had; keys for programs do not come back. */
export const reopenPerson: Command<{ by: string; personId: string }, null> = async (
	tx,
	input,
	context
) => {
	const found = await managedPerson(tx, input.by, input.personId);
	if (!found.ok) return found;
	const { actor, person } = found.value;
	if (person.active) return refuse({ code: 'moved', happened: 'done', by: null, at: null });
	await setPersonFields(tx, person.id, { active: true, closedAt: null });
	await audit(tx, actor, context, { act: 'person.reopen', detail: { personId: person.id } });
	return ok(null);
};
