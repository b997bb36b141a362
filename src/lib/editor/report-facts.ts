import type { FixedFigure, IndicatorFigures } from '#core/indicator.ts';
import type { Lock } from '#core/lock.ts';
import type { ForbiddenWhy } from '#core/result.ts';
import type { SectionState } from '#core/section.ts';

/** What the writing room needs to know of a report: the shape of the view `report`. */
export type ReportFacts = {
	report: {
		id: string;
		title: string;
		slug: string;
		reportYear: number;
		municipality: string;
	};
	me: { personId: string; name: string; color: string; department: string | null };
	chapters: { key: string; number: string; title: string }[];
	sections: SectionOnPage[];
	/** By indicator id: every indicator that a block may refer to. */
	figures: Record<string, IndicatorFigures>;
	indicators: IndicatorChoice[];
	/** The municipality's departments, by name. */
	departments: Department[];
	/** Ids of those that the summary counts. */
	reportIndicators: string[];
};

/** One section as the page was made. */
export type SectionOnPage = {
	id: string;
	key: string;
	chapterKey: string;
	number: string;
	title: string;
	department: string | null;
	articles: number[];
	state: SectionState;
	lock: Lock | null;
	version: number;
	seq: number;
	epoch: number;
	mayEdit: boolean;
	/** The departments whose rows are all that the person may change; null: everything, or nothing. */
	rows: string[] | null;
	maySubmit: boolean;
	mayApprove: boolean;
	/** Why the person may not approve although the section waits for it. */
	approveWhy: ForbiddenWhy | null;
	mayReturn: boolean;
	mayReopen: boolean;
	/** The template's questions; never published. */
	help: string[];
	required: boolean;
	/** Last year's edition has something to be read beside it. */
	hasPrevious: boolean;
	/** What is said about it and not settled, and how much of that hinders the approval. */
	comments: { open: number; mustMeet: number };
	/** Required blocks that the text lacked when the page was made. */
	missingBlocks: string[];
	/** The text, readable before anything is connected. */
	html: string;
	/** The hash of the fixed content, while the section is locked. */
	hash: string | null;
	/** By indicator id: what was fixed, while the section is locked. */
	fixed: Record<string, FixedFigure> | null;
};

/** A department that areas can name. */
export type Department = {
	id: string;
	name: string;
	abbreviation: string;
	/** The person writes for it. */
	isMine: boolean;
	/** Not closed: areas that name it stay, and no other names it from now on. */
	isOpen: boolean;
};

/** An indicator that can be put into the text. */
export type IndicatorChoice = { id: string; title: string; key: string };

/** The level of a section's own heading: 2, below a chapter's heading 3. Its text begins one lower. */
export const headingLevel = (section: Pick<SectionOnPage, 'number'>): 2 | 3 =>
	section.number.includes('.') ? 3 : 2;

/** "3.1 Ekonomisk utsatthet" */
export const sectionName = (section: Pick<SectionOnPage, 'number' | 'title'>): string =>
	`${section.number} ${section.title}`;
