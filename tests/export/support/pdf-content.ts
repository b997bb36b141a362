import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What the pages paint, as a reader of PDF sees it. */
export type PageContent = {
	/** The numbers of the marked contents that something is painted in. */
	mcids: Set<number>;
	/** Painting operators that are neither in a marked content with a number nor in an artifact. */
	unmarked: string[];
};

/** Operators that leave something on the page. */
const PAINTS = new Set<number>([
	OPS.showText,
	OPS.showSpacedText,
	OPS.nextLineShowText,
	OPS.nextLineSetSpacingShowText,
	OPS.stroke,
	OPS.closeStroke,
	OPS.fill,
	OPS.eoFill,
	OPS.fillStroke,
	OPS.eoFillStroke,
	OPS.closeFillStroke,
	OPS.closeEOFillStroke,
	OPS.shadingFill,
	OPS.paintImageXObject,
	OPS.paintInlineImageXObject,
	OPS.paintImageMaskXObject,
	OPS.paintImageXObjectRepeat,
	OPS.paintImageMaskXObjectRepeat,
	OPS.paintImageMaskXObjectGroup,
	OPS.paintSolidColorImageMask,
	OPS.paintInlineImageXObjectGroup
]);
const NAMES = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));

/** What each page paints, and its text. The marks of content are followed into forms. */
export async function contentsOf(
	bytes: Uint8Array
): Promise<{ pages: PageContent[]; texts: string[] }> {
	const task = getDocument({ data: bytes.slice(), verbosity: 0, disableFontFace: true });
	const pdf = await task.promise;
	const pages: PageContent[] = [];
	const texts: string[] = [];
	for (let number = 1; number <= pdf.numPages; number += 1) {
		const page = await pdf.getPage(number);
		const { fnArray, argsArray } = await page.getOperatorList();
		pages.push(readMarks(fnArray, argsArray as unknown[][]));
		const { items } = await page.getTextContent();
		texts.push(
			items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
		);
		page.cleanup();
	}
	await task.destroy();
	return { pages, texts };
}

/** A tag comes as a text where it has properties, else as a name. */
const tagOf = (given: unknown): unknown =>
	typeof given === 'object' && given !== null && 'name' in given ? given.name : given;

function readMarks(operators: ArrayLike<number>, args: unknown[][]): PageContent {
	const content: PageContent = { mcids: new Set(), unmarked: [] };
	const open: (number | 'artifact' | null)[] = [];
	for (let i = 0; i < operators.length; i += 1) {
		const operator = operators[i] ?? 0;
		const given = args[i] ?? [];
		if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps)
			open.push(
				tagOf(given[0]) === 'Artifact' ? 'artifact' : typeof given[1] === 'number' ? given[1] : null
			);
		else if (operator === OPS.endMarkedContent) open.pop();
		// A path names the operator that paints it.
		const paints = operator === OPS.constructPath ? Number(given[0]) : operator;
		if (!PAINTS.has(paints)) continue;
		const mark = open.findLast((one) => one !== null);
		if (mark === undefined) content.unmarked.push(NAMES.get(paints) ?? String(paints));
		else if (typeof mark === 'number') content.mcids.add(mark);
	}
	return content;
}
