import { LeftOutCounts } from '#core/word-in/proposal.ts';
import type { Package } from './package.ts';

const count = (xml: string, pattern: RegExp): number => xml.match(pattern)?.length ?? 0;

/** What Word shows twice for older programs: the newer form, and the older one. */
const CHOICES = /<mc:Choice\b[^]*?<\/mc:Choice>/g;
const FALLBACKS = /<mc:Fallback\b[^]*?<\/mc:Fallback>/g;
const BOX = /<w:txbxContent[ >]/g;

/** Counts what the converter passes by, in the file itself, so that a person can be told. */
export function countLeftOut({ document, xml, names }: Package): LeftOutCounts {
	const left = new LeftOutCounts();
	const text = document + xml('word/footnotes.xml') + xml('word/endnotes.xml');
	left.add('insertions', count(text, /<w:(?:ins|moveTo) /g));
	left.add('deletions', count(text, /<w:(?:del|moveFrom) /g));
	left.add('comments', count(xml('word/comments.xml'), /<w:comment /g));
	const newer = count((text.match(CHOICES) ?? []).join(''), BOX);
	const older = count((text.match(FALLBACKS) ?? []).join(''), BOX);
	const others = count(text, BOX) - newer - older;
	left.add('textBoxes', others + older);
	left.add('textBoxesLost', Math.max(0, newer - older));
	const once = text.replace(FALLBACKS, '');
	left.add('charts', count(once, /<c(?:x)?:chart /g));
	left.add('diagrams', count(once, /<dgm:relIds /g));
	left.add('equations', count(once, /<m:oMath[ >]/g));
	left.add('objects', count(once, /<(?:o:OLEObject|w:altChunk) /g));
	left.add(
		'headers',
		names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name) && hasWords(xml(name)))
			.length
	);
	left.add('linkedImages', linkedImages(text, xml));
	return left;
}

const hasWords = (xml: string): boolean => /<w:t(?: [^>]*)?>[^<]*\S[^<]*<\/w:t>/.test(xml);

/** Pictures that lie on a disk or a server: nobody fetches them. */
function linkedImages(text: string, xml: Package['xml']): number {
	const outside = new Set(
		[...xml('word/_rels/document.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].flatMap(([tag]) =>
			/\/image"/.test(tag) && /TargetMode="External"/.test(tag)
				? (/\bId="([^"]*)"/.exec(tag)?.[1] ?? [])
				: []
		)
	);
	const named = text.matchAll(/<(?:a:blip|v:imagedata)\b[^>]*?\br:(?:link|embed|id)="([^"]*)"/g);
	return [...named].filter(([, id = '']) => outside.has(id)).length;
}
