import { ok, refuse } from '#core/result.ts';
import { getNotice, markOneRead, markRead } from '#server/store/notices.ts';
import { actorOf, type Command } from './context.ts';

/**
 * Marks notices of the person as read: one, with the older ones that stand with it in one line (of its
 * kind, about its section), or all until a moment, so that what came since is not missed. Whose notices
 * are read is nobody else's matter: it leaves no line in the trail.
 */
export const readNotices: Command<
	{ by: string } & ({ noticeId: string } | { until: number }),
	null
> = async (tx, input, context) => {
	const found = await actorOf(tx, input.by);
	if (!found.ok) return found;
	const { personId } = found.value;
	if ('until' in input) {
		await markRead(tx, personId, { until: input.until }, context.now);
		return ok(null);
	}
	const notice = await getNotice(tx, personId, input.noticeId);
	if (!notice) return refuse({ code: 'notFound' });
	const { id, kind, sectionId, at } = notice;
	if (sectionId === null) await markOneRead(tx, id, context.now);
	else await markRead(tx, personId, { until: at, of: { kind, sectionId } }, context.now);
	return ok(null);
};
