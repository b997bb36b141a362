import { readImage } from '#core/image-header.ts';
import { renderAsync } from '@resvg/resvg-js';
import { ImageRun } from 'docx';
import { createRequire } from 'node:module';
import type { Block } from '../print/document.ts';
import { TALLEST, TWIPS_PER_PIXEL } from './measures.ts';
import { safeLine } from './safe-text.ts';
import { FACE } from './styles.ts';
import { uprightOf } from './upright.ts';
import { pngOfWebp } from './webp.ts';
import type { Place, Writer } from './writer.ts';

/** A picture as Word takes it, and its size in pixels. */
export type ReadyPicture = {
	type: 'png' | 'jpg' | 'gif';
	bytes: Uint8Array;
	width: number;
	height: number;
};

export type Chart = Extract<Block, { kind: 'chart' }>;

/** Twice a chart's own width: 200 dots an inch on paper. It is for programs that know no SVG. */
const CHART_PIXELS = 1280;

const require = createRequire(import.meta.url);
const FONTS = ['400Regular', '600SemiBold'].map((face) =>
	require.resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`)
);
/** The face that charts are drawn with for print. */
const CHART_FACE = 'Source Sans 3';

/** The picture as Word takes it; null when it is none that can be read. */
export async function readyPicture(bytes: Uint8Array): Promise<ReadyPicture | null> {
	const header = readImage(bytes);
	if (!header) return null;
	const { width, height } = header;
	switch (header.type) {
		case 'image/png':
			return { type: 'png', bytes, width, height };
		case 'image/jpeg': {
			const upright = await uprightOf(bytes, width, height);
			return upright ? { type: 'png', ...upright } : { type: 'jpg', bytes, width, height };
		}
		case 'image/gif':
			return { type: 'gif', bytes, width, height };
		case 'image/webp': {
			const png = await pngOfWebp(bytes);
			return png && { type: 'png', bytes: png, width, height };
		}
	}
}

/** A chart as PNG, with our font and no other of the machine's. */
export async function chartPng(svg: string): Promise<Uint8Array> {
	const image = await renderAsync(svg, {
		background: '#ffffff',
		fitTo: { mode: 'width', value: CHART_PIXELS },
		font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: CHART_FACE }
	});
	return image.asPng();
}

/** As large as it is, and never wider or taller than its place; in pixels. */
function sizeIn(place: Place, width: number, height: number, tallest = TALLEST) {
	const scale = Math.min(
		1,
		place.width / TWIPS_PER_PIXEL / width,
		tallest / TWIPS_PER_PIXEL / height
	);
	// A line of one pixel by thousands still has a height.
	return { width: Math.max(1, width * scale), height: Math.max(1, height * scale) };
}

const altText = (w: Writer, what: string, alt: string) => {
	w.drawings += 1;
	return { id: String(w.drawings), name: `${what} ${w.drawings}`, description: safeLine(alt) };
};

/** A picture in a line. */
export const pictureRun = (
	w: Writer,
	place: Place,
	{ type, bytes, width, height }: ReadyPicture,
	alt: string,
	tallest?: number
): ImageRun =>
	new ImageRun({
		type,
		data: bytes,
		transformation: sizeIn(place, width, height, tallest),
		altText: altText(w, 'Bild', alt)
	});

/** A chart in a line: as SVG, and as PNG where that is not known. Its letters are those of the text. */
export function chartRun(w: Writer, place: Place, { svg, width, height, alt }: Chart): ImageRun {
	const png = w.charts.get(svg);
	if (!png) throw new Error('A chart was not drawn before it was written');
	const data = svg.replaceAll(`font-family="${CHART_FACE}"`, `font-family="${FACE}"`);
	return new ImageRun({
		type: 'svg',
		data: Buffer.from(data, 'utf8'),
		fallback: { type: 'png', data: png },
		transformation: sizeIn(place, width, height),
		altText: altText(w, 'Diagram', alt)
	});
}
