import {
	ExternalHyperlink,
	FootnoteReferenceRun,
	InternalHyperlink,
	NoBreakHyphen,
	PageNumber,
	SoftHyphen,
	TextRun,
	type IRunOptions,
	type ParagraphChild
} from 'docx';
import type { Run } from '../print/document.ts';
import { safeText } from './safe-text.ts';

/** Word refuses a file with a longer address. */
const LONGEST_ADDRESS = 2000;
const HYPHENS = /([\u00ad\u2011])/;

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'style'>;

/** Words as Word's runs: a line break is an element, and so are the hyphens that are not plain. */
export const textRuns = (text: string, look: Look = {}): TextRun[] =>
	safeText(text)
		.split('\n')
		.map((line, i) => {
			const children = line
				.split(HYPHENS)
				.filter((piece) => piece !== '')
				.map((piece) =>
					piece === '\u00ad' ? new SoftHyphen() : piece === '\u2011' ? new NoBreakHyphen() : piece
				);
			return new TextRun({ ...look, ...(i > 0 ? { break: 1 } : {}), children });
		});

/** An address as a file may hold it; null for what would lead nowhere good. */
export function addressOf(href: string): string | null {
	if (!/^(?:https?|mailto|tel):/i.test(href) || !URL.canParse(href)) return null;
	const address = new URL(href).href;
	// What the standard leaves as it is, Word's own reader of addresses may not take.
	const safe = address.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (sign) => encodeURIComponent(sign));
	return safe.length > LONGEST_ADDRESS ? null : safe;
}

/** A line of runs; neighbours with one address are one link. `names` are the bookmarks by id. */
export function runChildren(
	runs: Run[],
	names: ReadonlyMap<string, string>,
	look: Look = {}
): ParagraphChild[] {
	const children: ParagraphChild[] = [];
	for (let i = 0; i < runs.length;) {
		const { href, note } = runs[i] ?? {};
		if (note) {
			// Word counts by itself, in the order of the text: so are they numbered.
			children.push(new FootnoteReferenceRun(note.number));
			i += 1;
			continue;
		}
		let end = i + 1;
		while (href !== undefined && end < runs.length && !runs[end]?.note && runs[end]?.href === href)
			end += 1;
		children.push(...linked(runs.slice(i, end), href, names, look));
		i = end;
	}
	return children;
}

function linked(
	runs: Run[],
	href: string | undefined,
	names: ReadonlyMap<string, string>,
	look: Look
): ParagraphChild[] {
	const words = (style?: string) =>
		runs.flatMap(({ text, bold, italic, pages }) =>
			pages
				? new TextRun({ ...look, children: [PageNumber.TOTAL_PAGES] })
				: textRuns(text, {
						...look,
						...(bold ? { bold } : {}),
						...(italic ? { italics: italic } : {}),
						...(style === undefined ? {} : { style })
					})
		);
	if (href === undefined) return words();
	if (href.startsWith('#')) {
		const anchor = names.get(href.slice(1));
		return anchor === undefined
			? words()
			: [new InternalHyperlink({ anchor, children: words('Hyperlink') })];
	}
	const link = addressOf(href);
	return link === null ? words() : [new ExternalHyperlink({ link, children: words('Hyperlink') })];
}
