import type { Block, PrintDocument } from '#server/export/print/document.ts';
import { renderDocx } from '#server/export/word/docx.ts';
import { orientationOf } from '#server/export/word/upright.ts';
import { pngOfWebp } from '#server/export/word/webp.ts';
import { Resvg } from '@resvg/resvg-js';
import { expect, it } from 'vitest';
import { htmlOf, named, openDocx } from './support/docx.ts';
import { CHART, IMAGES, printed } from './support/word-sample.ts';

/** Pictures in a Word file: what Word cannot show as it is becomes what it can. */

const plain = (blocks: Block[]): PrintDocument => printed(blocks, { logo: null });

/** A JPEG with a note of how it lies (Exif). */
function noted(jpeg: Uint8Array, orientation: number): Buffer {
	const note = Buffer.from(
		'ffe100224578696600004d4d002a00000008000101120003000000010000000000000000',
		'hex'
	);
	note.writeUInt16BE(orientation, 28);
	return Buffer.concat([jpeg.subarray(0, 2), note, jpeg.subarray(2)]);
}

const uriOf = (png: Uint8Array) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
/** The pixels of a PNG: red, green, blue and opacity of each. */
const pixelsOf = (png: Uint8Array, width: number, height: number) => {
	const svg =
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
		`<image href="${uriOf(png)}" width="${width}" height="${height}"/></svg>`;
	const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
	return (x: number, y: number) => [...pixels.subarray((y * width + x) * 4).subarray(0, 4)];
};
const near = (found: number[], wanted: number[]) =>
	wanted.forEach((value, i) => expect(Math.abs((found[i] ?? -99) - value)).toBeLessThan(16));
const BLUE = [0, 73, 122, 255];
const ORANGE = [168, 72, 11, 255];

it('[P4] a WebP becomes a PNG with the same pixels', async () => {
	const at = async (webp: Uint8Array = new Uint8Array()) =>
		pixelsOf((await pngOfWebp(webp)) ?? new Uint8Array(), 6, 4);
	const lossy = await at(IMAGES['webp']);
	near(lossy(0, 0), BLUE);
	near(lossy(5, 3), ORANGE);
	const clear = await at(IMAGES['clear']);
	near(clear(0, 0), [0, 36, 61, 128]);
	near(clear(5, 3), ORANGE);
});

it.each([
	[1, 6, 4, 'left'],
	[2, 6, 4, 'right'],
	[3, 6, 4, 'right'],
	[4, 6, 4, 'left'],
	[5, 4, 6, 'top'],
	[6, 4, 6, 'top'],
	[7, 4, 6, 'bottom'],
	[8, 4, 6, 'bottom']
])('[P4] a photograph with note %i stands upright', async (note, width, height, blue) => {
	const image: Block = { kind: 'picture', image: 'photo', alt: 'Ett hus', caption: '' };
	const photo = noted(IMAGES['jpeg'] ?? new Uint8Array(), note);
	const { parts, document } = openDocx(await renderDocx(plain([image]), { photo }));
	const [extent] = named(document, 'wp:extent');
	expect(Number(extent?.getAttribute('cx')) / 9525).toBe(width);
	expect(Number(extent?.getAttribute('cy')) / 9525).toBe(height);
	if (note === 1) {
		expect(Buffer.from(parts['word/media/image1.jpg'] ?? []).equals(photo)).toBe(true);
		return;
	}
	const at = pixelsOf(parts['word/media/image1.png'] ?? new Uint8Array(), width, height);
	const corner = { left: [0, 0], right: [5, 3], top: [0, 0], bottom: [3, 5] }[blue] ?? [0, 0];
	near(at(corner[0] ?? 0, corner[1] ?? 0), BLUE);
	near(at(width - 1 - (corner[0] ?? 0), height - 1 - (corner[1] ?? 0)), ORANGE);
});

it('[P4] notes that are cut off or lie turn nothing', () => {
	const photo = noted(IMAGES['jpeg'] ?? new Uint8Array(), 6);
	expect(orientationOf(photo)).toBe(6);
	expect(orientationOf(noted(photo, 99))).toBe(1);
	// The note's part ends after 38 bytes.
	for (let end = 0; end < 38; end += 1)
		expect(orientationOf(photo.subarray(0, end)), String(end)).toBe(1);
	for (let at = 2; at < 40; at += 1) {
		const lied = Buffer.from(photo);
		lied[at] = 0xff;
		expect(orientationOf(lied)).toBeLessThan(9);
	}
});

it('[C5] one that cannot be read becomes its alternative in words', async () => {
	const broken = Buffer.from(IMAGES['webp'] ?? []);
	broken.fill(7, 30);
	for (const image of ['broken', 'missing', 'half']) {
		const block: Block = { kind: 'picture', image, alt: 'Ett hus', caption: 'Huset' };
		const html = await htmlOf(await renderDocx(plain([block]), { ...IMAGES, half: broken }));
		const text = html.textContent;
		expect(text, image).toContain('Bilden kan inte visas. Den föreställer: Ett hus');
		expect(text).toContain('Huset');
	}
});

it('[P4] a tall one and a wide one fit on the page', async () => {
	const at = (width: number, height: number): Block => ({
		kind: 'chart',
		id: null,
		svg: CHART,
		width,
		height,
		alt: 'Ett diagram',
		caption: ''
	});
	const blocks = [at(100, 9000), at(9000, 1), at(64, 20)];
	const { document } = openDocx(await renderDocx(plain(blocks), {}));
	const sizes = named(document, 'wp:extent').map((one) =>
		['cx', 'cy'].map((side) => Number(one.getAttribute(side)) / 9525)
	);
	for (const [width = 0, height = 0] of sizes) {
		expect(width).toBeGreaterThan(0);
		expect(width).toBeLessThanOrEqual(605);
		expect(height).toBeGreaterThanOrEqual(1);
		expect(height).toBeLessThanOrEqual(754);
	}
	expect(sizes[2]).toEqual([64, 20]);
});
