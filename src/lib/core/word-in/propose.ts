import { promisesIn, type AreaReading } from './area-rows.ts';
import { fileBlocks } from './blocks.ts';
import type { Reading } from './inline.ts';
import { takeNotes } from './notes.ts';
import { asTyped } from './own-export.ts';
import { levelled, partsOf } from './parts.ts';
import type { LeftOutCounts, WordImage, WordPart, WordReport } from './proposal.ts';
import { parseHtml } from './tree.ts';

export type ProposeInput = {
	/** As the converter wrote it: pictures have the address `IMAGE_SCHEME` and their id. */
	html: string;
	idPrefix: string;
	images: WordImage[];
	report: WordReport;
	leftOut: LeftOutCounts;
	isSafeHref: (href: unknown) => boolean;
	newId: () => string;
};

/** A file as parts, each with the section that it seems to belong to. */
export function propose(input: ProposeInput): WordPart[] {
	const { idPrefix, isSafeHref, leftOut, report, newId } = input;
	const { notes, rest } = takeNotes(parseHtml(input.html), idPrefix);
	const images = new Map(input.images.map((image) => [image.id, image]));
	const reading: Reading = { isSafeHref, idPrefix, notes, images, leftOut, waiting: [] };
	const areas: AreaReading = { departments: report.departments, newId };
	const indicators = new Map(report.indicators.map(({ id, key }) => [bookmarkKey(key), id]));
	return partsOf(fileBlocks(rest, reading), report.sections)
		.map(({ heading, section, match, blocks }) => ({
			heading,
			sectionId: section?.id ?? null,
			match,
			blocks: levelled(asTyped(blocks, section !== null, indicators, leftOut)).map((node) =>
				node.type === 'table' ? promisesIn(node, areas) : node
			)
		}))
		.filter(({ blocks }) => blocks.length > 0)
		.map((part, i) => ({ id: i + 1, ...part }));
}

/** A key as a bookmark can hold it. */
const bookmarkKey = (key: string): string => key.replace(/[^A-Za-z0-9_]/g, '_');
