import { crc32, inflateSync } from 'node:zlib';
import { readImage } from '#core/image-header.ts';

/**
 * Whether a picture is whole and no larger than `mostPixels`: its parts follow each other to its end.
 * What draws pictures refuses a broken one without saying which. Nothing is decoded but the stream of a
 * PNG, whose size is known before.
 */
export function isSound(bytes: Uint8Array, mostPixels: number): boolean {
	const header = readImage(bytes);
	if (!header || header.width * header.height > mostPixels) return false;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	switch (header.type) {
		case 'image/png':
			return pngIsWhole(bytes, view, header.width, header.height);
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
/** By colour type: how many numbers make a pixel. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function pngIsWhole(bytes: Uint8Array, view: DataView, width: number, height: number): boolean {
	const data: Uint8Array[] = [];
	let at = 8;
	while (at + 12 <= bytes.length) {
		const length = view.getUint32(at);
		const end = at + 12 + length;
		if (end > bytes.length) return false;
		if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return false;
		const type = view.getUint32(at + 4);
		if (at === 8 && type !== IHDR) return false;
		if (type === IDAT) data.push(bytes.subarray(at + 8, end - 4));
		if (type === IEND) {
			const bits = view.getUint8(24) * (CHANNELS[view.getUint8(25)] ?? 0);
			return bits > 0 && inflates(data, Math.ceil((width * bits) / 8) + 1, height);
		}
		at = end;
	}
	return false;
}

/** The stream unpacks to at least a row and at most what its pixels need; interlaced rows are shorter. */
function inflates(data: Uint8Array[], row: number, height: number): boolean {
	try {
		const most = row * height + 8 * (row + height) + 64;
		return inflateSync(Buffer.concat(data), { maxOutputLength: most }).length >= height;
	} catch (error) {
		// What zlib says of broken data, or of more than there may be.
		if (error instanceof Error && 'code' in error) return false;
		throw error;
	}
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
