import type { Actor } from '#core/access.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { getPerson, type Person } from '#server/store/people.ts';
import type { Tx } from '#server/store/store.ts';
import { actorOf, permit } from './context.ts';

/** Who acts, when they may manage people (U6). */
export async function peopleManager(tx: Tx, by: string): Promise<Result<Actor>> {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'people.manage', { kind: 'municipality', municipalityId });
	return allowed.ok ? actor : allowed;
}

/**
 * The same with a person of the municipality. Those of others, and those who were forgotten (U9), do not
 * exist.
 */
export async function managedPerson(
	tx: Tx,
	by: string,
	personId: string
): Promise<Result<{ actor: Actor; person: Person }>> {
	const actor = await peopleManager(tx, by);
	if (!actor.ok) return actor;
	const person = await getPerson(tx, personId);
	if (person?.municipalityId !== actor.value.municipalityId || person.erasedAt !== null)
		return refuse({ code: 'notFound' });
	return ok({ actor: actor.value, person });
}

/** U6: the refusal where the installation would be left without an administrator. */
export const lastAdministrator = () =>
	refuse({
		code: 'invalid',
		problems: [{ field: 'administrator', problem: 'lastAdministrator' }]
	});
