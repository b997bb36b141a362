/**
 * Y3: where the areas that a report follows up went in its plan for next year. A program proposes, a
 * person confirms; nothing is settled by words being alike.
 */

export const LINEAGE_KINDS = [
	'kept',
	'renamed',
	'reshaped', // the same concern with other measures and another name
	'merged', // several into one
	'split', // one into several
	'finished',
	'dropped',
	'new'
] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/** One step of the way: `from` are areas that were followed up, `to` areas of the plan, by their ids. */
export type LineageLink = { kind: LineageKind; from: string[]; to: string[] };

/** How many areas each kind has on either side: [fewest, most]. */
export const LINEAGE_ENDS: Record<LineageKind, { from: [number, number]; to: [number, number] }> = {
	kept: { from: [1, 1], to: [1, 1] },
	renamed: { from: [1, 1], to: [1, 1] },
	reshaped: { from: [1, 1], to: [1, 1] },
	merged: { from: [2, 50], to: [1, 1] },
	split: { from: [1, 1], to: [2, 50] },
	finished: { from: [1, 1], to: [0, 0] },
	dropped: { from: [1, 1], to: [0, 0] },
	new: { from: [0, 0], to: [1, 1] }
};

/** True when the link has as many areas on either side as its kind has, each once. */
export function isWhole({ kind, from, to }: LineageLink): boolean {
	const ends = LINEAGE_ENDS[kind];
	const fits = (ids: string[], [fewest, most]: [number, number]) =>
		ids.length >= fewest && ids.length <= most && new Set(ids).size === ids.length;
	return fits(from, ends.from) && fits(to, ends.to);
}
