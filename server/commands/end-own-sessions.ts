import { sessionRef } from '#core/session-ref.ts';
import { ok, refuse } from '#core/result.ts';
import { deleteSession, listSessions } from '#server/store/sessions.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

/**
 * U1, A6: a person signs out elsewhere: in one session, by its `sessionRef`, or in all but the one that
 * they act in. What is not a session of theirs does not exist.
 */
export const endOwnSessions: Command<
	{ by: string; sessionHash: string; which: { ref: string } | 'others' },
	{ ended: number }
> = async (tx, { by, sessionHash, which }, context) => {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId, personId } = actor.value;
	const allowed = permit(actor.value, 'account.own', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const own = await listSessions(tx, personId);
	const asked = own.filter(({ idHash }) =>
		which === 'others' ? idHash !== sessionHash : sessionRef(idHash) === which.ref
	);
	if (which !== 'others' && asked.length === 0) return refuse({ code: 'notFound' });
	for (const { idHash } of asked) await deleteSession(tx, idHash);
	const ended = asked.length;
	if (ended > 0)
		await audit(tx, actor.value, context, {
			act: 'account.sessionsEnded',
			detail: { personId, ended }
		});
	return ok({ ended });
};
