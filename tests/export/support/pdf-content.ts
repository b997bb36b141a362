import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What the pages paint, as a reader of PDF sees it. */
export type PageContent = {
	/** The numbers of the marked contents that something is painted in. */
	mcids: Set<number>;
	/** Texts that reach into the outermost 12 mm of the paper, where a printer cuts. */
	cut: string[];
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
/** 12 mm in points. */
const EDGE = 34;
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
		const { items } = await page.getTextContent();
		const said = items.filter((item) => 'str' in item);
		const { width, height } = page.getViewport({ scale: 1 });
		const cut = said.filter(({ str, width: length, transform }) => {
			const [x, y] = [Number(transform[4]), Number(transform[5])];
			const isInside = x >= EDGE && x + length <= width - EDGE && y >= EDGE && y <= height - EDGE;
			return str.trim() !== '' && !isInside;
		});
		pages.push({
			...readMarks(fnArray, argsArray as unknown[][]),
			cut: cut.map(({ str }) => str)
		});
		texts.push(said.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));
		page.cleanup();
	}
	await task.destroy();
	return { pages, texts };
}

/** A tag comes as a text where it has properties, else as a name. */
const tagOf = (given: unknown): unknown =>
	typeof given === 'object' && given !== null && 'name' in given ? given.name : given;

function readMarks(
	operators: ArrayLike<number>,
	args: unknown[][]
): Pick<PageContent, 'mcids' | 'unmarked'> {
	const content = { mcids: new Set<number>(), unmarked: [] as string[] };
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
