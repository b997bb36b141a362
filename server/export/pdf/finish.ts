import {
	PDFDocument,
	PDFName,
	PDFRawStream,
	PDFRef,
	PDFStream,
	ParseSpeeds,
	decodePDFRawStream
} from '@cantoo/pdf-lib';
import { sayLinksInSwedish } from './link-words.ts';
import { referToNotes } from './note-marks.ts';
import { markRowHeaders } from './row-headers.ts';
import type { SetTable } from './set-blocks.ts';
import { withIdentification } from './xmp.ts';

/**
 * What the typesetter cannot say, added to its file: headers of rows, references to notes, the second identifier in the
 * metadata, the order of tabs, Swedish for links to people. The same bytes give the same bytes.
 * @throws Error when the file is not the one that was set of these tables
 */
export async function finishPdf(bytes: Uint8Array, tables: SetTable[]): Promise<Uint8Array> {
	const pdf = await PDFDocument.load(bytes, {
		updateMetadata: false,
		parseSpeed: ParseSpeeds.Fastest
	});
	const { catalog, context } = pdf;
	markRowHeaders(pdf, tables);
	referToNotes(pdf);
	sayLinksInSwedish(pdf);
	catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true);
	for (const page of pdf.getPages()) page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
	const key = PDFName.of('Metadata');
	const metadata = catalog.lookup(key, PDFStream);
	const xmp = new TextDecoder().decode(
		metadata instanceof PDFRawStream
			? decodePDFRawStream(metadata).decode()
			: metadata.getContents()
	);
	// Left uncompressed: who looks for it does not need to read the rest.
	const stream = context.stream(new TextEncoder().encode(withIdentification(xmp)), {
		Type: 'Metadata',
		Subtype: 'XML'
	});
	const place = catalog.get(key);
	if (!(place instanceof PDFRef)) throw new Error('The PDF has no metadata of its own');
	context.assign(place, stream);
	return pdf.save({
		useObjectStreams: true,
		addDefaultPage: false,
		updateFieldAppearances: false,
		objectsPerTick: Infinity
	});
}
