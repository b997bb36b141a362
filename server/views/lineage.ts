import type { Area, MeasureStatus } from '#core/areas.ts';
import { may } from '#core/access.ts';
import {
	inOrderOf,
	isSaidIn,
	lineageSides,
	standing,
	type PlacedArea
} from '#core/lineage-areas.ts';
import { proposeLineage, type LineageReason, type Sureness } from '#core/lineage-proposal.ts';
import type { LineageLink } from '#core/lineage.ts';
import { lockOn, type Lock } from '#core/lock.ts';
import { ok } from '#core/result.ts';
import { plansOf } from '#server/commands/report-areas.ts';
import { listLineage, type ConfirmedLink } from '#server/store/lineage.ts';
import { listDepartments } from '#server/store/organisation.ts';
import { getPerson } from '#server/store/people.ts';
import { reportThing } from '#server/store/reports.ts';
import { listSections, lockFacts, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { livingDoc, lockedContent } from './documents.ts';
import type { View } from './index.ts';
import { seenReport, seenSections } from './seen.ts';

export type LineageArea = {
	id: string;
	title: string;
	/** As tables call them. */
	departments: string[];
	/** Rolled up; null in a plan, or where nothing was said. */
	status: MeasureStatus | null;
	measures: string[];
	sectionKey: string;
};

export type LineageWay = LineageLink & {
	/** Names it on the page: the first of its areas, by side. */
	key: string;
	/** Who said so, and when; null while it is a proposal. */
	confirmed: { id: string; by: string; at: number } | null;
	/** Of a proposal; null when it is confirmed. */
	sureness: Sureness | null;
	reasons: LineageReason[];
	/** A locked section with a plan says it, or would. */
	locked: boolean;
};

export type LineagePage = {
	report: { id: string; title: string };
	mayManage: boolean;
	followed: LineageArea[];
	planned: LineageArea[];
	/** Every area in one of them, in the order of the follow-up, then of the plan; empty without both. */
	ways: LineageWay[];
	/** All confirmed links, by id: what the person decides upon. */
	seen: string[];
	/** How many were confirmed of areas that are no longer there. */
	gone: number;
	/** The locked sections with a plan. */
	locks: { number: string; title: string; lock: Lock }[];
};

/** Y3: where the areas that the person sees went: as people confirmed it, else as it is proposed. */
export const lineage: View<{ reportId: string }, LineagePage> = async (tx, actor, params) => {
	const found = await seenReport(tx, actor, 'report.read', params.reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const seen = await seenSections(tx, person, report.id);
	const read = await Promise.all(
		seen.map(async ({ section }) => ({
			section,
			doc: (await lockedContent(tx, section))?.content.doc ?? (await livingDoc(tx, section))
		}))
	);
	const sides = lineageSides(read);
	const links = await listLineage(tx, report.id);
	const confirmed = standing(links, sides);
	const seesAll = seen.length === (await listSections(tx, report.id)).length;
	// Who does not see all areas is not told that a link's others are gone.
	const told = seesAll ? confirmed : links;
	const proposals =
		sides.followed.length === 0 || sides.planned.length === 0
			? []
			: proposeLineage(
					without(
						sides.followed,
						told.flatMap(({ from }) => from)
					),
					without(
						sides.planned,
						told.flatMap(({ to }) => to)
					)
				);
	const locked = plansOf(sides).flatMap(({ section, ids }) => {
		const lock = lockOn(lockFacts(section));
		return lock ? [{ ids, number: section.number, title: section.title, lock }] : [];
	});
	const wayOf = (link: LineageLink) => ({
		kind: link.kind,
		from: link.from,
		to: link.to,
		key: [link.from[0] ?? '', link.to[0] ?? ''].join(' '),
		locked: locked.some(({ ids }) => isSaidIn(link, ids))
	});
	const ways: LineageWay[] = [
		...(await Promise.all(
			confirmed.map(async (link) => ({
				...wayOf(link),
				confirmed: await confirmation(tx, link),
				sureness: null,
				reasons: []
			}))
		)),
		...proposals.map(({ sureness, reasons, ...link }) => ({
			...wayOf(link),
			confirmed: null,
			sureness,
			reasons
		}))
	];
	const names = new Map(
		(await listDepartments(tx, report.municipalityId)).map((d) => [d.id, d.abbreviation || d.name])
	);
	return ok({
		report: { id: report.id, title: report.title },
		mayManage: may(person, 'report.manage', reportThing(report)).may,
		followed: sides.followed.map((placed) => areaOf(placed, names)),
		planned: sides.planned.map((placed) => areaOf(placed, names)),
		ways: inOrderOf(ways, sides),
		seen: links.map(({ id }) => id),
		gone: seesAll ? links.length - confirmed.length : 0,
		locks: locked.map(({ number, title, lock }) => ({ number, title, lock }))
	});
};

const without = (placed: PlacedArea<Section>[], ids: string[]): Area[] =>
	placed.map(({ area }) => area).filter(({ id }) => !ids.includes(id));

async function confirmation(tx: Tx, { id, confirmedBy, confirmedAt }: ConfirmedLink) {
	return { id, by: (await getPerson(tx, confirmedBy))?.name ?? '', at: confirmedAt };
}

function areaOf(
	{ area, section }: PlacedArea<Section>,
	names: ReadonlyMap<string, string>
): LineageArea {
	const { id, title, departments, status, measures } = area;
	return {
		id,
		title,
		departments: departments.flatMap((one) => names.get(one) ?? []),
		status,
		measures: measures.map(({ text }) => text).filter((text) => text !== ''),
		sectionKey: section.key
	};
}
