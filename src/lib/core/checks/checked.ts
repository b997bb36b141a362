import type { CheckedSection } from './finding.ts';
import { indicatorBlocksOf, type IndicatorBlock } from './indicator-blocks.ts';
import { passagesOf, type Passage } from './passage.ts';
import { tablesOf, type Grid } from './table-grid.ts';

/** A section read once, for all checks. */
export type ReadSection = CheckedSection & {
	passages: Passage[];
	tables: Grid[];
	blocks: IndicatorBlock[];
};

export const readSection = (section: CheckedSection): ReadSection => ({
	...section,
	passages: passagesOf(section.doc),
	tables: tablesOf(section.doc),
	blocks: indicatorBlocksOf(section)
});
