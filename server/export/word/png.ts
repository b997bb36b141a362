import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOUR_TYPE = { rgb: 2, rgba: 6 };

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const out = Buffer.alloc(body.length + 8);
	out.writeUInt32BE(data.length, 0);
	body.copy(out, 4);
	out.writeUInt32BE(crc32(body), body.length + 4);
	return out;
}

/** A PNG of pixels in sRGB, 8 bits a channel: 3 bytes a pixel, and the 1 of `alpha` where there is any. */
export function pngOf(
	width: number,
	height: number,
	rgb: Uint8Array,
	alpha: Uint8Array | null
): Uint8Array {
	const size = alpha ? 4 : 3;
	const stride = width * size + 1;
	// Each line begins with its filter: 0, none.
	const lines = Buffer.alloc(stride * height);
	for (let y = 0; y < height; y += 1)
		for (let x = 0; x < width; x += 1) {
			const from = y * width + x;
			const to = y * stride + 1 + x * size;
			for (let c = 0; c < 3; c += 1) lines[to + c] = rgb[from * 3 + c] ?? 0;
			if (alpha) lines[to + 3] = alpha[from] ?? 0;
		}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header[8] = 8;
	header[9] = alpha ? COLOUR_TYPE.rgba : COLOUR_TYPE.rgb;
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(lines)),
		chunk('IEND', Buffer.alloc(0))
	]);
}
