import type { PrintDocument } from '../print/document.ts';
import { finishPdf } from './finish.ts';
import { picturesOf } from './pictures.ts';
import { setOut, type PdfSize } from './set-out.ts';
import { openTypesetter, type Typesetter } from './typesetter.ts';

export type PdfMade =
	{ ok: true; bytes: Uint8Array; pages: number } | { ok: false; reason: string };

/** The sizes at which a summary is tried, until it fits its page. */
const SUMMARY_SCALES = [1, 0.95, 0.9, 0.86];

let opened: Typesetter | null = null;

/**
 * A document as a tagged PDF. It is refused when the typesetter would not make it as PDF/UA-1 or as
 * PDF/A-2a: `reason` is what it said, in English and without the place. Takes a second or so of the
 * thread. The same input gives the same bytes.
 */
export async function renderPdf(
	doc: PrintDocument,
	images: Record<string, Uint8Array>,
	options: { size: PdfSize }
): Promise<PdfMade> {
	const pictures = picturesOf(doc, images);
	if ('missing' in pictures)
		return { ok: false, reason: `picture ${pictures.missing} cannot be read` };
	const typeset = (opened ??= openTypesetter());
	const seconds = Math.floor(doc.publishedAt / 1000);
	const scales = options.size === 'summary' ? SUMMARY_SCALES : [1];
	for (const scale of scales) {
		const { data, tables } = setOut(doc, options.size, pictures.names, scale);
		const files = new Map(pictures.files);
		files.set('data.json', new TextEncoder().encode(JSON.stringify(data)));
		const made = typeset(files, seconds);
		if (!made.ok) return made;
		// What is too much for a page at any size goes on to the next page rather than away.
		const isLast = scale === scales.at(-1);
		if (options.size === 'summary' && made.document.pages > 1 && !isLast) continue;
		// Only a gate: the file that is kept is the archive's.
		const gate = made.document.pdf('ua-1');
		if (!gate.ok) return gate;
		const kept = made.document.pdf('a-2a');
		if (!kept.ok) return kept;
		const bytes = await finishPdf(kept.bytes, tables);
		return { ok: true, bytes, pages: made.document.pages };
	}
	throw new Error('no size was tried');
}
