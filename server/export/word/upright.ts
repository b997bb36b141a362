import { renderAsync } from '@resvg/resvg-js';

/**
 * Telephones store a photograph as the sensor lay and note how to turn it (Exif, orientation). Browsers
 * follow the note and Word does not, so such a picture is turned before Word gets it.
 */

/** Turned photographs become PNGs, which are large: no more pixels than paper shows on 16 cm. */
const WIDEST = 1240;

const EXIF = 0x45786966;
const ORIENTATION = 0x0112;

/** How a stored picture of w × h is turned for each note from 2 to 8, as an SVG transform. */
const TURN: Record<number, (w: number, h: number) => string> = {
	2: (w) => `matrix(-1 0 0 1 ${w} 0)`,
	3: (w, h) => `matrix(-1 0 0 -1 ${w} ${h})`,
	4: (_, h) => `matrix(1 0 0 -1 0 ${h})`,
	5: () => 'matrix(0 1 1 0 0 0)',
	6: (_, h) => `matrix(0 1 -1 0 ${h} 0)`,
	7: (w, h) => `matrix(0 -1 -1 0 ${h} ${w})`,
	8: (w) => `matrix(0 -1 1 0 0 ${w})`
};

/** The note of a JPEG: 1 where it stands as it is, or where there is none that can be read. */
export function orientationOf(jpeg: Uint8Array): number {
	const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
	let at = 2;
	while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
		const length = view.getUint16(at + 2);
		const isApp1 = view.getUint8(at + 1) === 0xe1;
		const end = at + 2 + length;
		if (isApp1 && end <= view.byteLength && length >= 16 && view.getUint32(at + 4) === EXIF)
			return noted(new DataView(jpeg.buffer, jpeg.byteOffset + at + 10, end - at - 10));
		// The picture itself begins.
		if (view.getUint8(at + 1) === 0xda) break;
		at = end;
	}
	return 1;
}

function noted(tiff: DataView): number {
	const little = tiff.getUint16(0) === 0x4949;
	const first = tiff.byteLength >= 8 ? tiff.getUint32(4, little) : Infinity;
	if (first + 2 > tiff.byteLength) return 1;
	const count = tiff.getUint16(first, little);
	for (let i = 0, at = first + 2; i < count && at + 12 <= tiff.byteLength; i += 1, at += 12)
		if (tiff.getUint16(at, little) === ORIENTATION) {
			const value = tiff.getUint16(at + 8, little);
			return value in TURN ? value : 1;
		}
	return 1;
}

/** A JPEG of that size, turned as it notes, as PNG with its new size; null where it notes nothing. */
export async function uprightOf(
	jpeg: Uint8Array,
	width: number,
	height: number
): Promise<{ bytes: Uint8Array; width: number; height: number } | null> {
	const orientation = orientationOf(jpeg);
	const turn = TURN[orientation]?.(width, height);
	if (turn === undefined) return null;
	const [w, h] = orientation >= 5 ? [height, width] : [width, height];
	const data = Buffer.from(jpeg).toString('base64');
	const svg =
		`<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}">` +
		`<image transform="${turn}" width="${width}" height="${height}" href="data:image/jpeg;base64,${data}"/></svg>`;
	const image = await renderAsync(svg, {
		fitTo: { mode: 'width', value: Math.min(w, WIDEST) },
		font: { loadSystemFonts: false }
	});
	return { bytes: image.asPng(), width: w, height: h };
}
