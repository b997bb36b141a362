import { BorderStyle, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import { FRAME_INDENT, TERM_WIDTH } from './measures.ts';

/**
 * The look of a Word file, as styles that its readers see and change by name. Names that Word knows are
 * its own, so that it shows them in the reader's language; the others are ours, in Swedish.
 */

/** Every Word has it, and what does not has one just as wide. */
export const FACE = 'Calibri';

const INK = '1a1a1a';
export const GREY = '595959';
export const HAIRLINE = 'bfc4c9';
export const SHADE = 'f2f4f6';

export const STYLE = {
	title: 'Title',
	contentsTitle: 'TOCHeading',
	caption: 'Caption',
	quote: 'Quote',
	header: 'Header',
	footer: 'Footer',
	sender: 'Avsandare',
	lead: 'Ingress',
	small: 'LitenText',
	source: 'Kalla',
	value: 'Varde',
	number: 'VardeTal',
	sentence: 'Mening',
	callout: 'Faktaruta',
	quoteSource: 'Citatkalla',
	picture: 'Bild',
	term: 'Uppgift',
	termAbove: 'UppgiftOvanfor',
	cell: 'Tabelltext',
	cellHead: 'Tabellrubrik',
	colophon: 'Kolofon',
	note: 'FootnoteText',
	work: 'Bibliography'
} as const;

/** The line beside what stands out from the text. */
export const sideLine = (colour: string) => ({
	left: { style: BorderStyle.SINGLE, size: 18, color: colour, space: 8 }
});

/** Points to half points, in which Word measures letters. */
const pt = (points: number): number => points * 2;
/** Points to twips. */
const space = (before: number, after: number) => ({ before: before * 20, after: after * 20 });

const HEADINGS = [
	{ size: 20, before: 24, after: 6 },
	{ size: 15, before: 18, after: 4 },
	{ size: 12.5, before: 14, after: 3 },
	{ size: 11.5, before: 12, after: 2 },
	{ size: 11, before: 10, after: 2 }
];

type Look = Omit<IParagraphStyleOptions, 'id' | 'name'>;

/** Headings within a section: they look and count as headings and stay out of the contents. */
export const withinStyle = (level: number): string => `Mellanrubrik${level}`;

const headingLook = (accent: string, level: number): Look => {
	const { size, before, after } = HEADINGS[level - 1] ?? { size: 11, before: 10, after: 2 };
	return {
		basedOn: 'Normal',
		next: 'Normal',
		quickFormat: true,
		run: { size: pt(size), bold: true, color: level <= 2 ? accent : INK },
		paragraph: {
			keepNext: true,
			keepLines: true,
			spacing: space(before, after),
			outlineLevel: level - 1
		}
	};
};

/** The styles of a document; `accent` is `rrggbb`. */
export function stylesOf(accent: string): IStylesOptions {
	const heading = (level: number) => headingLook(accent, level);
	return {
		default: {
			document: {
				run: { font: FACE, size: pt(11), color: INK, language: { value: 'sv-SE' } },
				paragraph: { spacing: { ...space(0, 7), line: 276, lineRule: 'auto' } }
			},
			title: {
				basedOn: 'Normal',
				next: 'Normal',
				quickFormat: true,
				run: { size: pt(34), bold: true, color: accent },
				paragraph: { spacing: { ...space(6, 24), line: 240, lineRule: 'auto' }, keepLines: true }
			},
			heading1: heading(1),
			heading2: heading(2),
			heading3: heading(3),
			heading4: heading(4),
			heading5: heading(5),
			footnoteText: {
				basedOn: 'Normal',
				run: { size: pt(9.5) },
				paragraph: { spacing: space(0, 3) }
			},
			hyperlink: { run: { color: accent, underline: { type: 'single' } } },
			listParagraph: { quickFormat: true, paragraph: { spacing: space(0, 4) } },
			caption: {
				basedOn: 'Normal',
				next: 'Normal',
				quickFormat: true,
				run: { bold: true, size: pt(10), color: INK },
				paragraph: { spacing: space(10, 4), keepLines: true }
			}
		},
		paragraphStyles: [...ownStyles(accent), ...knownStyles(accent)],
		characterStyles: [
			{
				id: STYLE.number,
				name: 'Värde, tal',
				quickFormat: true,
				run: { size: pt(22), bold: true, color: accent }
			}
		]
	};
}

const style = (id: string, name: string, look: Look): IParagraphStyleOptions => ({
	id,
	name,
	basedOn: 'Normal',
	quickFormat: true,
	...look
});

const text = (size: number, before: number, after: number, colour = INK): Look => ({
	run: { size: pt(size), color: colour },
	paragraph: { spacing: space(before, after) }
});

function ownStyles(accent: string): IParagraphStyleOptions[] {
	const small = text(9.5, 0, 5, GREY);
	return [
		...[1, 2, 3, 4, 5].map((level) =>
			style(withinStyle(level), `Mellanrubrik ${level}`, {
				...headingLook(accent, level),
				basedOn: `Heading${level}`
			})
		),
		style(STYLE.sender, 'Avsändare', text(14, 0, 4)),
		style(STYLE.lead, 'Ingress', text(12.5, 0, 8)),
		style(STYLE.small, 'Liten text', small),
		style(STYLE.source, 'Källa', text(9.5, 3, 9, GREY)),
		style(STYLE.value, 'Värde', {
			run: { size: pt(12) },
			paragraph: { spacing: { ...space(4, 2), line: 240, lineRule: 'auto' }, keepNext: true }
		}),
		style(STYLE.sentence, 'Mening', text(11, 0, 6)),
		style(STYLE.callout, 'Faktaruta', {
			paragraph: {
				indent: { left: FRAME_INDENT },
				border: sideLine(accent),
				shading: { type: 'clear', color: 'auto', fill: SHADE }
			}
		}),
		style(STYLE.quoteSource, 'Citatkälla', {
			run: { size: pt(10), color: GREY },
			paragraph: { indent: { left: FRAME_INDENT }, spacing: space(0, 9) }
		}),
		style(STYLE.picture, 'Bild', {
			paragraph: { spacing: { ...space(6, 4), line: 240, lineRule: 'auto' } }
		}),
		style(STYLE.term, 'Uppgift', {
			paragraph: {
				indent: { left: TERM_WIDTH, hanging: TERM_WIDTH },
				spacing: space(0, 4)
			}
		}),
		style(STYLE.termAbove, 'Uppgift ovanför', {
			run: { bold: true },
			paragraph: { keepNext: true, spacing: space(4, 0) }
		}),
		style(STYLE.cell, 'Tabelltext', {
			run: { size: pt(10) },
			paragraph: { spacing: { ...space(2, 2), line: 245, lineRule: 'auto' } }
		}),
		style(STYLE.cellHead, 'Tabellrubrik', { basedOn: STYLE.cell, run: { bold: true } }),
		style(STYLE.colophon, 'Kolofon', small)
	];
}

/** Styles that Word has and docx leaves out. */
function knownStyles(accent: string): IParagraphStyleOptions[] {
	const edge = text(9, 0, 0, GREY);
	return [
		style(STYLE.quote, 'Quote', {
			next: 'Normal',
			run: { italics: true },
			paragraph: { indent: { left: FRAME_INDENT }, border: sideLine(HAIRLINE) }
		}),
		style(STYLE.contentsTitle, 'TOC Heading', {
			next: 'Normal',
			run: { size: pt(20), bold: true, color: accent },
			paragraph: { keepNext: true, spacing: space(0, 10) }
		}),
		...[1, 2, 3, 4, 5].map((level) =>
			style(`TOC${level}`, `toc ${level}`, {
				next: 'Normal',
				uiPriority: 39,
				run: { bold: level === 1 },
				paragraph: {
					indent: { left: 227 * (level - 1) },
					spacing: { ...space(level === 1 ? 6 : 0, 2), line: 250, lineRule: 'auto' }
				}
			})
		),
		style(STYLE.work, 'Bibliography', {
			paragraph: { indent: { left: 340, hanging: 340 }, spacing: space(0, 5), keepLines: true }
		}),
		style(STYLE.header, 'header', edge),
		style(STYLE.footer, 'footer', edge)
	];
}
