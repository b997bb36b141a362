import { readImage } from './image-header.ts';

/** More pixels than these need more memory than a page is worth: four bytes each when it is drawn. */
export const MOST_PIXELS = 50_000_000;

/**
 * Whether a picture can be printed: its parts follow each other to its end, it is no larger than
 * `MOST_PIXELS`, and it is in colours of light. What draws pictures refuses a broken one without saying
 * which. Nothing is decoded.
 */
export function isSound(bytes: Uint8Array): boolean {
	const header = readImage(bytes);
	if (!header || header.width * header.height > MOST_PIXELS) return false;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	switch (header.type) {
		case 'image/png':
			return pngIsWhole(bytes, view);
		case 'image/jpeg':
			return jpegIsWhole(view);
		case 'image/gif':
			return gifIsWhole(view);
		case 'image/webp':
			// Its head says how long it is, and the parts of that length follow.
			return view.getUint32(4, true) + 8 <= view.byteLength;
	}
}

const IHDR = 0x49484452;
const IDAT = 0x49444154;
const IEND = 0x49454e44;

/** Parts with a sum of their own each. */
function pngIsWhole(bytes: Uint8Array, view: DataView): boolean {
	let hasData = false;
	let at = 8;
	while (at + 12 <= bytes.length) {
		const end = at + 12 + view.getUint32(at);
		if (end > bytes.length) return false;
		if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return false;
		const type = view.getUint32(at + 4);
		if (at === 8 && type !== IHDR) return false;
		if (type === IDAT) hasData = true;
		if (type === IEND) return hasData;
		at = end;
	}
	return false;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
	return value;
});

/** The sum that a PNG carries of each of its parts. */
function crc32(bytes: Uint8Array): number {
	let sum = 0xffffffff;
	for (const byte of bytes) sum = (sum >>> 8) ^ (CRC[(sum ^ byte) & 0xff] ?? 0);
	return ~sum >>> 0;
}

/** Segments up to the scan, and the end mark after it. */
function jpegIsWhole(view: DataView): boolean {
	let at = 2;
	while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
		const marker = view.getUint8(at + 1);
		if (marker === 0xda) break;
		// The four inks of a press have no place in a PDF for archives without a profile of that press.
		const isFrame = marker >= 0xc0 && marker <= 0xc2;
		if (isFrame && at + 10 <= view.byteLength && view.getUint8(at + 9) === 4) return false;
		at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
	}
	if (at + 4 > view.byteLength || view.getUint16(at) !== 0xffda) return false;
	// Cameras put things after the end, so it is looked for from behind.
	for (let end = view.byteLength - 2; end > at; end -= 1)
		if (view.getUint16(end) === 0xffd9) return true;
	return false;
}

/** Blocks one after the other up to the trailer. */
function gifIsWhole(view: DataView): boolean {
	const table = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
	const byte = (at: number): number => (at < view.byteLength ? view.getUint8(at) : -1);
	let at = 13 + table(byte(10));
	let images = 0;
	while (at < view.byteLength) {
		const kind = byte(at);
		if (kind === 0x3b) return images > 0;
		if (kind === 0x2c) {
			images += 1;
			at += 11 + table(byte(at + 9));
		} else if (kind === 0x21) at += 2;
		else return false;
		while (byte(at) > 0) at += 1 + byte(at);
		at += 1;
	}
	return false;
}
