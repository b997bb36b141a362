import type { FigureNotice } from '#core/fetched.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { changeSource, endNotice, getNotice } from '#server/store/figure-fetches.ts';
import { changeGroup, keepBasis, listKnownGroups } from '#server/store/comparison-groups.ts';
import { changeIndicator, deleteValue, getFigures, putValue } from '#server/store/indicators.ts';
import type { Tx } from '#server/store/store.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

/**
 * A person settles what a fetch found (I9): `take` goes by the source, otherwise what stands here
 * stays. A measure's new title or definition is only taken note of; the indicator's own words are not
 * changed.
 */
export const settleNotice: Command<
	{ by: string; noticeId: string; take: boolean },
	{ noticeId: string; state: 'taken' | 'left' }
> = async (tx, { by, noticeId, take }, context) => {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'indicator.fetch', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const notice = await getNotice(tx, municipalityId, noticeId);
	if (!notice) return refuse({ code: 'notFound' });
	if (notice.state !== 'open')
		return refuse({ code: 'moved', happened: 'done', by: null, at: null });
	const settled = await settle(tx, municipalityId, notice, take);
	if (!settled.ok) return settled;
	const state = take ? 'taken' : 'left';
	await endNotice(tx, noticeId, { state, by, at: context.now });
	await audit(tx, actor.value, context, {
		act: 'indicator.settle',
		detail: {
			noticeId,
			state,
			indicatorId: notice.indicatorId,
			groupId: notice.groupId,
			...notice.detail
		}
	});
	return ok({ noticeId, state });
};

const moved = refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });

async function settle(
	tx: Tx,
	municipalityId: string,
	{ indicatorId, groupId, detail }: FigureNotice,
	take: boolean
): Promise<Result<null>> {
	switch (detail.what) {
		case 'typed':
		case 'valueGone': {
			if (!take) return ok(null);
			const figures = await getFigures(tx, municipalityId, indicatorId ?? '');
			const { series, breakdown, period } = detail.key;
			const now = figures?.values.find(
				(v) => v.series === series && v.breakdown === breakdown && v.period === period
			);
			const told = detail.what === 'typed' ? detail.typed : detail.had;
			// Who decides must have seen what stands there.
			if (!figures || !now || now.status !== told.status || now.value !== told.value) return moved;
			if (detail.what === 'typed')
				await putValue(tx, municipalityId, figures.indicator.id, detail.fetched);
			else await deleteValue(tx, figures.indicator.id, detail.key);
			await changeIndicator(tx, figures.indicator.id, figures.indicator.version, {});
			return ok(null);
		}
		case 'title':
		case 'definition':
			await changeSource(tx, indicatorId ?? '', { [detail.what]: detail.after });
			return ok(null);
		case 'members': {
			if (!take) return ok(null);
			const group = (await listKnownGroups(tx, municipalityId)).find((g) => g.id === groupId);
			if (!group) return moved;
			const { year, members } = detail.after;
			await keepBasis(tx, group);
			const done = await changeGroup(tx, municipalityId, group.id, group.version, {
				year: year ?? group.year,
				members: members.map((m) => m.title),
				memberIds: members.map((m) => m.id)
			});
			return done ? ok(null) : moved;
		}
		case 'kpiGone':
		case 'groupGone':
			return ok(null);
	}
}
