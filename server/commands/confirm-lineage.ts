import type { Area } from '#core/areas.ts';
import { isSaidIn, meets, standing, type LineageSides } from '#core/lineage-areas.ts';
import { isWhole, LINEAGE_KINDS, type LineageLink } from '#core/lineage.ts';
import { lockOn } from '#core/lock.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import {
	deleteLineage,
	insertLineage,
	listLineage,
	type ConfirmedLink
} from '#server/store/lineage.ts';
import { getPerson } from '#server/store/people.ts';
import { lockFacts, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { audit, reportFor, type Command } from './context.ts';
import { plansOf, reportAreas } from './report-areas.ts';

/** More areas than any report has. */
const MOST_LINKS = 200;

/**
 * Y3: a person confirms where areas went, one link or several at once; each is a line of the trail. What
 * was confirmed before of an area on the same side is replaced, if it was `seen` (ids of links): who did
 * not see it is told that somebody was first (S10). A section with a plan says its links when it is
 * approved, so these are refused while it is locked (S3).
 */
export const confirmLineage: Command<
	{ by: string; reportId: string; links: LineageLink[]; seen: string[] },
	{ ids: string[] }
> = async (tx, input, context) => {
	const found = await reportFor(tx, input.by, 'report.manage', input.reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	const links = input.links.map(({ kind, from, to }) => ({ kind, from, to }));
	if (links.length === 0 || links.length > MOST_LINKS)
		return refuse({ code: 'invalid', problems: [{ field: 'link', problem: 'length' }] });
	if (links.some((link) => !LINEAGE_KINDS.includes(link.kind) || !isWhole(link)))
		return refuse({ code: 'invalid', problems: [{ field: 'kind', problem: 'ends' }] });
	if (links.some((link, i) => links.slice(i + 1).some((other) => meets(link, other))))
		return refuse({ code: 'invalid', problems: [{ field: 'link', problem: 'twice' }] });

	const sides = await reportAreas(tx, report.id);
	if (standing(links, sides).length < links.length)
		return refuse({ code: 'moved', happened: 'textChanged', by: null, at: null });
	const known = await listLineage(tx, report.id);
	const replaced = known.filter((one) => links.some((link) => meets(one, link)));
	const unseen = replaced.find(({ id }) => !input.seen.includes(id));
	if (unseen) return decidedMeanwhile(tx, unseen);
	const open = unlocked(sides, [...links, ...replaced]);
	if (!open.ok) return open;

	for (const { id } of replaced) await deleteLineage(tx, id);
	const ids: string[] = [];
	for (const link of links) {
		const id = context.newId();
		ids.push(id);
		await insertLineage(tx, {
			id,
			municipalityId: report.municipalityId,
			reportId: report.id,
			...link,
			confirmedBy: actor.personId,
			confirmedAt: context.now
		});
		await audit(tx, actor, context, {
			act: 'lineage.confirm',
			reportId: report.id,
			sectionId: null,
			detail: named(link, sides)
		});
	}
	return ok({ ids });
};

/** S3: no locked section may have been approved with the links as they are, or be without them. */
export function unlocked(sides: LineageSides<Section>, links: LineageLink[]): Result<null> {
	for (const { section, ids } of plansOf(sides)) {
		const lock = lockOn(lockFacts(section));
		if (lock && links.some((link) => isSaidIn(link, ids))) return refuse({ code: 'locked', lock });
	}
	return ok(null);
}

/** S10: somebody else has decided about one of the areas since the person looked. */
export async function decidedMeanwhile(
	tx: Tx,
	{ confirmedBy, confirmedAt }: ConfirmedLink
): Promise<Result<never>> {
	const by = (await getPerson(tx, confirmedBy))?.name ?? null;
	return refuse({ code: 'moved', happened: 'valueChanged', by, at: confirmedAt });
}

/** The link with the names of its areas: their ids would tell nobody anything once they are gone. */
export function named(
	{ kind, from, to }: LineageLink,
	sides: LineageSides<unknown>
): Record<string, unknown> {
	const titles = (areas: { area: Area }[], ids: string[]) =>
		ids.map((id) => areas.find(({ area }) => area.id === id)?.area.title ?? '');
	return { kind, from: titles(sides.followed, from), to: titles(sides.planned, to) };
}
