import { ok } from '#core/result.ts';
import { deleteSessionsOf, listSessions } from '#server/store/sessions.ts';
import { audit, type Command } from './context.ts';
import { managedPerson } from './people-manager.ts';

/** U1: signs a person out everywhere, on behalf of an administrator. */
export const endPersonSessions: Command<
	{ by: string; personId: string },
	{ sessions: number }
> = async (tx, input, context) => {
	const found = await managedPerson(tx, input.by, input.personId);
	if (!found.ok) return found;
	const { actor, person } = found.value;
	const sessions = (await listSessions(tx, person.id)).length;
	await deleteSessionsOf(tx, person.id);
	if (sessions > 0)
		await audit(tx, actor, context, {
			act: 'person.sessions',
			detail: { personId: person.id, sessions }
		});
	return ok({ sessions });
};
