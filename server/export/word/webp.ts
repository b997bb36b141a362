import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { inflateSync } from 'node:zlib';
import { pngOf } from './png.ts';

/**
 * Word before 2023, and most that reads its files, knows no WebP. Of what we have only the typesetter
 * decodes it, and it writes PDF alone: so it sets a page that is the picture, and the pixels are taken out of
 * there. 10 ms for a small picture, 70 ms for 1600 × 1000.
 */

const FOLDER = '/webp';
const PAGE = '#set page(width: auto, height: auto, margin: 0pt)\n#image("picture.webp")';

/** The picture as PNG; null when it cannot be decoded. */
export async function pngOfWebp(webp: Uint8Array): Promise<Uint8Array | null> {
	const pdf = pdfOf(webp);
	if (!pdf) return null;
	const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
	for (const [, object] of context.enumerateIndirectObjects()) {
		if (!(object instanceof PDFRawStream)) continue;
		const { dict } = object;
		// The mask is a picture too, a grey one; the picture itself may be grey.
		if (dict.get(PDFName.of('Subtype')) !== PDFName.of('Image') || isMask(object, context))
			continue;
		const mask = dict.get(PDFName.of('SMask'));
		const alpha = mask instanceof PDFRef ? context.lookup(mask) : null;
		return pngOfPixels(object, alpha instanceof PDFRawStream ? alpha : null);
	}
	return null;
}

function pdfOf(webp: Uint8Array): Uint8Array | null {
	const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [] });
	compiler.mapShadow(`${FOLDER}/picture.webp`, Buffer.from(webp));
	compiler.mapShadow(`${FOLDER}/page.typ`, Buffer.from(PAGE));
	const { result } = compiler.compile({ mainFilePath: `${FOLDER}/page.typ` });
	return result ? compiler.pdf(result) : null;
}

type Context = PDFDocument['context'];

function isMask(stream: PDFRawStream, context: Context): boolean {
	return context
		.enumerateIndirectObjects()
		.some(
			([, other]) =>
				other instanceof PDFRawStream &&
				other.dict.get(PDFName.of('SMask')) === context.getObjectRef(stream)
		);
}

function numberOf(dict: PDFDict, name: string): number {
	const value = dict.get(PDFName.of(name));
	return value instanceof PDFNumber ? value.asNumber() : 0;
}

function pngOfPixels(picture: PDFRawStream, mask: PDFRawStream | null): Uint8Array {
	const width = numberOf(picture.dict, 'Width');
	const height = numberOf(picture.dict, 'Height');
	const pixels = inflateSync(picture.contents);
	const alpha = mask ? inflateSync(mask.contents) : null;
	const isGrey = pixels.length === width * height;
	const rgb = isGrey ? Buffer.from([...pixels].flatMap((grey) => [grey, grey, grey])) : pixels;
	if (rgb.length !== width * height * 3 || (alpha && alpha.length !== width * height))
		throw new Error('A picture was written in a way that we do not read');
	return pngOf(width, height, rgb, alpha);
}
