import { NOTICE_KINDS, NOTICE_WAYS, type NoticeWay } from '#core/notice.ts';
import { ok, refuse } from '#core/result.ts';
import { chooseWay } from '#server/store/notices.ts';
import { actorOf, type Command } from './context.ts';

/**
 * N2: how the person wants to hear of each kind that is named. It is their own choice and no act on a
 * report: it leaves no line in the trail.
 */
export const chooseNotices: Command<{ by: string; ways: Record<string, string> }, null> = async (
	tx,
	{ by, ways }
) => {
	const found = await actorOf(tx, by);
	if (!found.ok) return found;
	const { personId, municipalityId } = found.value;
	const isWay = (way: string): way is NoticeWay => NOTICE_WAYS.some((one) => one === way);
	const problems = Object.entries(ways).flatMap(([field, way]) =>
		isWay(way) && NOTICE_KINDS.some((kind) => kind === field) ? [] : [{ field, problem: 'unknown' }]
	);
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	for (const kind of NOTICE_KINDS) {
		const way = ways[kind];
		if (way !== undefined && isWay(way))
			await chooseWay(tx, { municipalityId, personId, kind, way });
	}
	return ok(null);
};
