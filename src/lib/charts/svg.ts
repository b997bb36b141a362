import { ink, type Paint } from './colours.ts';
import { FONT, WIDTH, type Drawing } from './frame.ts';
import { wrap } from './labels.ts';
import { escape, n, safeId, textAt } from './markup.ts';
import type { ChartSize } from './spec.ts';

/** The one face that files have; on a page the picture takes the face around it. */
const PRINT_FACE = 'Source Sans 3';

/** A drawing as an image with title and text alternative, its notes under it. */
export function svgOf(
	spec: { id: string; title: string; lang: string },
	size: ChartSize,
	paint: Paint,
	drawing: Drawing,
	alternative: string,
	notes: string[]
): string {
	const id = `${safeId(spec.id)}-${size}`;
	const width = WIDTH[size];
	const font = FONT[size];
	let { height, body } = drawing;
	if (height > 0 && notes.length > 0) height += 4;
	for (const note of notes)
		for (const line of wrap(note, width, font)) {
			body += textAt(0, height + font, line);
			height += font + 4;
		}
	height += 2;
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-${size}" width="${width}" height="${n(height)}" ` +
		`viewBox="0 0 ${width} ${n(height)}" role="img" aria-labelledby="${id}-t ${id}-d" lang="${spec.lang}" ` +
		(paint === 'print' ? `font-family="${PRINT_FACE}" ` : '') +
		`font-size="${font}" fill="${ink('text', paint)}">` +
		`<title id="${id}-t">${escape(spec.title)}</title>` +
		`<desc id="${id}-d">${escape(alternative)}</desc>${body}</svg>`
	);
}
