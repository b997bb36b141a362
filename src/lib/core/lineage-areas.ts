import { areaTablesOf, type Area, type AreaPurpose } from './areas.ts';
import { isWhole, type LineageLink } from './lineage.ts';
import type { DocNode } from './publication.ts';

/** An area of a report, and the section that it stands in. */
export type PlacedArea<S> = { area: Area; section: S };

/** What a report follows up, and what it plans. */
export type LineageSides<S> = { followed: PlacedArea<S>[]; planned: PlacedArea<S>[] };

/**
 * The areas of a report in order, by what their tables are for. An id that stands on a side for the second
 * time (a table that was copied to another section) is told apart as one within a table is.
 */
export function lineageSides<S>(sections: { section: S; doc: DocNode }[]): LineageSides<S> {
	const sides: LineageSides<S> = { followed: [], planned: [] };
	const known: Record<AreaPurpose, Set<string>> = { followUp: new Set(), plan: new Set() };
	for (const { section, doc } of sections)
		for (const { purpose, areas } of areaTablesOf(doc))
			for (const area of areas) {
				const side = purpose === 'plan' ? sides.planned : sides.followed;
				side.push({ area: { ...area, id: newId(area.id, known[purpose]) }, section });
			}
	return sides;
}

function newId(said: string, known: Set<string>): string {
	let id = said;
	for (let n = 1; known.has(id); n += 1) id = `${said}-${n}`;
	known.add(id);
	return id;
}

const idsOf = (areas: PlacedArea<unknown>[]): Set<string> =>
	new Set(areas.map(({ area }) => area.id));

/** The links that are whole and whose areas all exist: what was confirmed of others tells nothing any more. */
export function standing<L extends LineageLink>(links: L[], sides: LineageSides<unknown>): L[] {
	const followed = idsOf(sides.followed);
	const planned = idsOf(sides.planned);
	return links.filter(
		(link) =>
			isWhole(link) &&
			link.from.every((id) => followed.has(id)) &&
			link.to.every((id) => planned.has(id))
	);
}

/** In the order of the follow-up; what is new by its place in the plan, after them. */
export function inOrderOf<L extends LineageLink>(links: L[], sides: LineageSides<unknown>): L[] {
	const from = new Map(sides.followed.map(({ area }, i) => [area.id, i]));
	const to = new Map(sides.planned.map(({ area }, i) => [area.id, from.size + i]));
	const at = (link: LineageLink): number => {
		const [ids, places] = link.from.length > 0 ? [link.from, from] : [link.to, to];
		return Math.min(...ids.map((id) => places.get(id) ?? 0));
	};
	return [...links].sort((a, b) => at(a) - at(b));
}

/** True when both links say where the same area went, or came from. */
export const meets = (a: LineageLink, b: LineageLink): boolean =>
	a.from.some((id) => b.from.includes(id)) || a.to.some((id) => b.to.includes(id));

/**
 * Whether the approved content of a section with the areas `planned` says the link: what leads to one of
 * its areas, and what leads nowhere, for that is said wherever there is a plan.
 */
export const isSaidIn = ({ to }: LineageLink, planned: ReadonlySet<string>): boolean =>
	planned.size > 0 && (to.length === 0 || to.some((id) => planned.has(id)));
