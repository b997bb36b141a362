import type { PrintDocument } from '../print/document.ts';
import { finishPdf } from './finish.ts';
import { picturesOf, type Pictures } from './pictures.ts';
import type { SetTable } from './set-blocks.ts';
import { setOut, type PdfSize } from './set-out.ts';
import { openTypesetter, type Refused, type Typesetter } from './typesetter.ts';

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
	const typesetter = (opened ??= openTypesetter());
	try {
		const set = typesetAt(typesetter, doc, pictures, options.size);
		if (!set.ok) return set;
		const bytes = await finishPdf(set.bytes, set.tables);
		return { ok: true, bytes, pages: set.pages };
	} finally {
		typesetter.forget();
	}
}

type SetFile = { ok: true; bytes: Uint8Array; pages: number; tables: SetTable[] } | Refused;

/** The file as the typesetter makes it; a summary at the largest size at which it fits its page. */
function typesetAt(
	typesetter: Typesetter,
	doc: PrintDocument,
	pictures: Pictures,
	size: PdfSize
): SetFile {
	const seconds = Math.floor(doc.publishedAt / 1000);
	const scales = size === 'summary' ? SUMMARY_SCALES : [1];
	for (const scale of scales) {
		const { data, tables } = setOut(doc, size, pictures.names, scale);
		const files = new Map(pictures.files);
		files.set('data.json', new TextEncoder().encode(JSON.stringify(data)));
		const made = typesetter.set(files, seconds);
		if (!made.ok) return made;
		const { pages, pdf } = made.document;
		// What is too much for a page at any size goes on to the next page rather than away.
		if (size === 'summary' && pages > 1 && scale !== scales.at(-1)) continue;
		// Only a gate: the file that is kept is the archive's.
		const gate = pdf('ua-1');
		if (!gate.ok) return gate;
		const kept = pdf('a-2a');
		return kept.ok ? { ...kept, pages, tables } : kept;
	}
	throw new Error('no size was tried');
}
