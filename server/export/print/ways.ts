import type { Anchors } from '../anchors.ts';
import { wayLists, ways, type EditionLineage } from '../lineage.ts';
import type { Block } from './document.ts';
import { bullets, paragraph, plain } from './runs.ts';
import { heading } from './text.ts';

/** Where last year's areas went; nothing where nobody has confirmed it. */
export const wayBlocks = (lineage: EditionLineage | null, anchors: Anchors): Block[] =>
	lineage === null
		? []
		: [
				heading(1, ways.title, { id: anchors.ways, inContents: true }),
				paragraph('sentence', ways.lead(lineage.followed)),
				...wayLists(lineage).flatMap(({ title, ways: all }) => [
					heading(2, title),
					bullets(all.map((way) => plain(way)))
				]),
				paragraph('small', ways.how)
			];
