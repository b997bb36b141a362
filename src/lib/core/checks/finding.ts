import type { DocNode, FixedContent } from '../publication.ts';

/** What the checks read of a section: its text, and the numbers that it shows. */
export type CheckedSection = {
	sectionId: string;
	doc: DocNode;
	figures: FixedContent['figures'];
	/** The departments that its areas name; a list at the end explains their abbreviations. */
	departments?: FixedContent['departments'];
};

export type Severity = 'blocking' | 'advice';

/** Where a finding is: a node of the section, and within it a place in its text or a cell. */
export type Place = {
	sectionId: string;
	/** Indices of children from the document down to the textblock, table, picture or block. */
	path: number[];
	/** In a table: row and column of the grid, from 0, with spans counted out. */
	row: number | null;
	column: number | null;
	/** In a textblock: offsets in its text, where a line break counts as one. */
	from: number | null;
	to: number | null;
};

/**
 * Every kind of finding: the rule that it belongs to, and whether it hinders. What is published cannot
 * be taken back from who has read it: so what tells of a single child, and what a reader with a screen
 * reader is shut out from by law, hinders until a person takes it upon them. Whatever can be put right
 * in the next edition, and whatever a program may have misread, is advice.
 */
export const FINDINGS = {
	/** 1-4 children in a table cell, or in a sentence about something sensitive. */
	smallCount: { rule: 'C2', severity: 'blocking' },
	/** The same where it is not sure that children are counted, or that it is sensitive. */
	maybeSmallCount: { rule: 'C2', severity: 'advice' },
	/** All but 1-4: who is known to be among the few is known by it. */
	smallRest: { rule: 'C2', severity: 'blocking' },
	/** A share of fewer than ten. */
	smallBase: { rule: 'C2', severity: 'blocking' },
	/** A share that gives 1-4, or all but 1-4, of a number that stands beside it. */
	shareIsSmall: { rule: 'C2', severity: 'blocking' },
	/** A hidden cell that follows from a total. */
	hiddenFollows: { rule: 'C2', severity: 'blocking' },
	/** 0 or 100 % of a small group: it says something of each child. Often harmless praise: advice. */
	wholeGroup: { rule: 'C2', severity: 'advice' },
	/** Fewer than 30 and sensitive: not small by the usual limit, but in a small place it may be. */
	fewAndSensitive: { rule: 'C2', severity: 'advice' },

	sumDiffers: { rule: 'C3', severity: 'advice' },
	partOverTotal: { rule: 'C3', severity: 'advice' },
	meanOutside: { rule: 'C3', severity: 'advice' },
	sharesNotWhole: { rule: 'C3', severity: 'advice' },
	shareDiffers: { rule: 'C3', severity: 'advice' },
	twoValues: { rule: 'C3', severity: 'advice' },

	decimalPoint: { rule: 'C4', severity: 'advice' },
	percentTight: { rule: 'C4', severity: 'advice' },
	hyphenMinus: { rule: 'C4', severity: 'advice' },
	thousands: { rule: 'C4', severity: 'advice' },
	pointsOfRatio: { rule: 'C4', severity: 'advice' },
	directionContradicts: { rule: 'C4', severity: 'advice' },
	otherYear: { rule: 'C4', severity: 'advice' },
	unexplained: { rule: 'C4', severity: 'advice' },
	spelledTwoWays: { rule: 'C4', severity: 'advice' },

	altMissing: { rule: 'C5', severity: 'blocking' },
	altSaysNothing: { rule: 'C5', severity: 'advice' },
	linkEmpty: { rule: 'C5', severity: 'blocking' },
	linkSaysNothing: { rule: 'C5', severity: 'advice' },
	linkIsAddress: { rule: 'C5', severity: 'advice' },
	headingOrder: { rule: 'C5', severity: 'advice' },
	headingEmpty: { rule: 'C5', severity: 'advice' },
	/** A table may be a mere list in two columns, where nothing is a header: advice. */
	tableWithoutHeader: { rule: 'C5', severity: 'advice' },

	/** The check digit agrees and the day exists: one of hundreds of chance numbers does that. */
	personalNumber: { rule: 'C6', severity: 'blocking' },
	/** Written like one, with a check digit that does not agree: a slip, or another kind of number. */
	maybePersonalNumber: { rule: 'C6', severity: 'advice' },
	/** An official's number or address may well be public. */
	telephone: { rule: 'C6', severity: 'advice' },
	personalEmail: { rule: 'C6', severity: 'advice' },

	/** A measure that nobody has said anything of. */
	measureWithoutStatus: { rule: 'Y2', severity: 'advice' },
	areaWithoutMeasure: { rule: 'Y2', severity: 'advice' },
	areaWithoutDepartment: { rule: 'Y2', severity: 'advice' },
	/** Dropping it may be right: readers are to be told why. */
	areaDroppedWhileBegun: { rule: 'Y3', severity: 'advice' },
	lineageUnconfirmed: { rule: 'Y3', severity: 'advice' },
	/** It names a measure that has been taken away. */
	resultWithoutMeasure: { rule: 'Y4', severity: 'advice' },

	/** What paper cannot hold is refused when it is published: better now than then. */
	signNotPrinted: { rule: 'C8', severity: 'blocking' },
	tooManyColumns: { rule: 'C8', severity: 'blocking' }
} as const satisfies Record<string, { rule: string; severity: Severity }>;

export type FindingCode = keyof typeof FINDINGS;
export type CheckRule = (typeof FINDINGS)[FindingCode]['rule'];

/** A picture without words is never published (C5), and what cannot be printed cannot be (C8). */
const NEVER: FindingCode[] = ['altMissing', 'signNotPrinted', 'tooManyColumns'];

/**
 * True where a coordinator may take a hindering finding upon them. What is never published is not among
 * them: to mend it is less work than to give a reason.
 */
export const mayOverride = (code: FindingCode): boolean =>
	FINDINGS[code].severity === 'blocking' && !NEVER.includes(code);

/** The rules of `RULES.md` that findings belong to. */
export const CHECK_RULES = ['C2', 'C3', 'C4', 'C5', 'C6', 'C8', 'Y2', 'Y3', 'Y4'] as const;

/** What the words of a finding are made with; numbers are written as the source writes them. */
export type FindingParams = Record<string, string>;

export type Finding = {
	rule: CheckRule;
	code: FindingCode;
	severity: Severity;
	place: Place;
	/** The words that the finding is about, as they stand. */
	excerpt: string;
	params: FindingParams;
	/**
	 * Names the finding by its kind and by the content that it was found in, not by where that stands:
	 * moving a table keeps it, and any change in the table makes another. An override is bound to it.
	 */
	key: string;
};

/** How much of a passage a finding quotes, in characters. */
const EXCERPT = 120;

/**
 * A number of 53 bits made of a text (the mixing of MurmurHash's end on two lanes). It tells whether a
 * content is still the same and is no protection against who wants two texts to agree.
 */
export function digest(text: string): string {
	let a = 0xdeadbeef;
	let b = 0x41c6ce57;
	for (let i = 0; i < text.length; i += 1) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 2654435761);
		b = Math.imul(b ^ unit, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** A text in at most `EXCERPT` characters around `[from, to)`. */
export function excerptOf(text: string, from = 0, to = text.length): string {
	const room = Math.max(0, EXCERPT - (to - from));
	let start = Math.max(0, from - Math.floor(room / 2));
	let end = Math.min(text.length, start + EXCERPT);
	// Whole words look like words.
	while (start > 0 && start < from && !/\s/.test(text.charAt(start - 1))) start += 1;
	while (end < text.length && end > to && !/\s/.test(text.charAt(end))) end -= 1;
	const part = text.slice(start, end).trim();
	return (start > 0 ? '… ' : '') + part + (end < text.length ? ' …' : '');
}

/**
 * A finding with its rule, severity and key. `content` is the digest of what it was found in: the
 * whole passage, table or figure.
 */
export function finding(
	code: FindingCode,
	place: Pick<Place, 'sectionId' | 'path'> & Partial<Place>,
	content: string,
	excerpt: string,
	params: FindingParams = {}
): Finding {
	const whole: Place = { row: null, column: null, from: null, to: null, ...place };
	const within = [whole.row, whole.column, whole.from, whole.to].join(',');
	const said = Object.keys(params)
		.sort()
		.map((name) => `${name}=${params[name] ?? ''}`);
	const { rule, severity } = FINDINGS[code];
	return {
		rule,
		code,
		severity,
		place: whole,
		excerpt,
		params,
		key: `${code}:${digest([content, within, ...said].join('\n'))}`
	};
}
