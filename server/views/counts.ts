import type { SectionState } from '#core/section.ts';

/** How far a report has come, by its sections. */
export type Counts = Record<SectionState, number> & { total: number };

/** Counts sections by state. */
export function countStates(sections: { state: SectionState }[]): Counts {
	const counts: Counts = { draft: 0, submitted: 0, approved: 0, total: sections.length };
	for (const { state } of sections) counts[state] += 1;
	return counts;
}
