export type ImageHeader = {
	type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';
	/** Pixels. */
	width: number;
	height: number;
};

/**
 * Type and size of a picture by its first bytes; null for anything that is not a PNG, JPEG, WebP or
 * GIF. SVG is not taken: it can carry scripts.
 */
export function readImage(bytes: Uint8Array): ImageHeader | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const header = png(view) ?? gif(view) ?? webp(view) ?? jpeg(view);
	return header && header.width > 0 && header.height > 0 ? header : null;
}

const ascii = (v: DataView, at: number, text: string): boolean =>
	v.byteLength >= at + text.length &&
	Array.from(text).every((c, i) => v.getUint8(at + i) === c.charCodeAt(0));

function png(v: DataView): ImageHeader | null {
	if (v.byteLength < 24 || v.getUint32(0) !== 0x89504e47 || !ascii(v, 12, 'IHDR')) return null;
	return { type: 'image/png', width: v.getUint32(16), height: v.getUint32(20) };
}

function gif(v: DataView): ImageHeader | null {
	if (v.byteLength < 10 || !(ascii(v, 0, 'GIF87a') || ascii(v, 0, 'GIF89a'))) return null;
	return { type: 'image/gif', width: v.getUint16(6, true), height: v.getUint16(8, true) };
}

function webp(v: DataView): ImageHeader | null {
	if (v.byteLength < 30 || !ascii(v, 0, 'RIFF') || !ascii(v, 8, 'WEBP')) return null;
	const type = 'image/webp';
	if (ascii(v, 12, 'VP8X'))
		return {
			type,
			width: 1 + (v.getUint16(24, true) | (v.getUint8(26) << 16)),
			height: 1 + (v.getUint16(27, true) | (v.getUint8(29) << 16))
		};
	if (ascii(v, 12, 'VP8L')) {
		const bits = v.getUint32(21, true);
		return { type, width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
	}
	if (ascii(v, 12, 'VP8 '))
		return {
			type,
			width: v.getUint16(26, true) & 0x3fff,
			height: v.getUint16(28, true) & 0x3fff
		};
	return null;
}

/** Walks the segments to the frame header (SOF), which alone knows the size. */
function jpeg(v: DataView): ImageHeader | null {
	if (v.byteLength < 4 || v.getUint16(0) !== 0xffd8) return null;
	let at = 2;
	while (at + 9 < v.byteLength) {
		if (v.getUint8(at) !== 0xff) return null;
		const marker = v.getUint8(at + 1);
		const isFrame =
			marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
		if (isFrame)
			return { type: 'image/jpeg', height: v.getUint16(at + 5), width: v.getUint16(at + 7) };
		at += 2 + v.getUint16(at + 2);
	}
	return null;
}
