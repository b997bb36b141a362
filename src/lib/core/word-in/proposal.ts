import type { ImageHeader } from '../image-header.ts';
import type { DocNode } from '../publication.ts';

/**
 * Y7: what a file from Word brings, as a person is shown it before anything is done: parts, each with the
 * section that it seems to belong to, and a list of what was left out.
 */

/** Why a file is not read. */
export const WORD_PROBLEMS = [
	'missing',
	'empty',
	'notWord',
	'oldWord',
	'openDocument',
	'password',
	'macros',
	'tooLarge',
	'unpacksTooLarge',
	'damaged',
	'tooSlow',
	'noText'
] as const;
export type WordProblem = (typeof WORD_PROBLEMS)[number];

/** What a file may be. */
export const WORD_LIMITS = {
	/** Of the file: a report with a photograph a page is half of it. */
	bytes: 25 * 1024 * 1024,
	/** Parts of one proposal: what has more headings than that is no report. */
	parts: 400
};

/** What of a file does not come along, or comes otherwise than it stood. */
export const LEFT_OUT = [
	'insertions', // tracked changes: what was put in comes along
	'deletions', // … and what was taken out does not
	'comments',
	'textBoxes', // their words stand behind the paragraph that they were fastened to
	'textBoxesLost',
	'charts',
	'diagrams', // SmartArt
	'equations',
	'objects', // spreadsheets, sounds and other files within the file
	'headers', // headers and footers with words in them
	'linkedImages', // pictures that lie elsewhere: nothing is fetched
	'imageKind',
	'imageBytes',
	'imageSize',
	'imageBroken',
	'links', // addresses that lead nowhere good: their words come along
	'notesCut',
	'indicators', // indicators that came as words, since nobody here has them
	'tags' // the line below a heading that we write ourselves
] as const;
export type LeftOutKind = (typeof LEFT_OUT)[number];
export type LeftOut = { kind: LeftOutKind; count: number };

/** How sure it is that a part belongs to its section. */
export type WordMatch = 'same' | 'alike' | 'none';

export type WordPart = {
	/** Its number in the file, from 1. */
	id: number;
	/** The heading that it stands under; empty for what stands before the first one. */
	heading: string;
	/** The section that it seems to belong to; null for none. */
	sectionId: string | null;
	match: WordMatch;
	/** Blocks of a document. Pictures name their `WordImage`. */
	blocks: DocNode[];
};

export type WordImage = ImageHeader & { id: string; bytes: Uint8Array };

export type WordProposal = { parts: WordPart[]; images: WordImage[]; leftOut: LeftOut[] };

/** A section of the report, as headings are compared with it. */
export type WordSection = {
	id: string;
	key: string;
	number: string;
	title: string;
	/** What its template calls it; the same as `title` where nobody has renamed it. */
	templateTitle: string;
	chapterKey: string;
	chapterTitle: string;
};

/** What the reading of a file must know of the report. */
export type WordReport = {
	sections: WordSection[];
	departments: { id: string; name: string; abbreviation: string }[];
	indicators: { id: string; key: string }[];
};

/** How much of each kind was left out. */
export class LeftOutCounts {
	private readonly counts = new Map<LeftOutKind, number>();

	add(kind: LeftOutKind, count = 1): void {
		if (count > 0) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
	}

	list(): LeftOut[] {
		return LEFT_OUT.flatMap((kind) => {
			const count = this.counts.get(kind) ?? 0;
			return count > 0 ? [{ kind, count }] : [];
		});
	}
}
