import { ok } from '#core/result.ts';
import { tryAnew } from '#server/store/mail.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

/** An administrator has all mails that failed, or that were kept, tried from the beginning. */
export const retryMails: Command<
	{ by: string; state: 'failed' | 'kept' },
	{ mails: number }
> = async (tx, { by, state }, context) => {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'people.manage', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const mails = await tryAnew(tx, municipalityId, state, context.now);
	if (mails > 0)
		await audit(tx, actor.value, context, { act: 'mail.retry', detail: { state, mails } });
	return ok({ mails });
};
