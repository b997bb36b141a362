/** WCAG's contrast of colours, all of them as `#rrggbb`. */

/** What text needs on its ground (WCAG 2.2, 1.4.3), and lines and controls (1.4.11). */
export const TEXT_CONTRAST = 4.5;
export const SHAPE_CONTRAST = 3;

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** From 1 (the same) to 21 (black on white); which of the two is the ground does not matter. */
export function contrast(a: string, b: string): number {
	const [x, y] = [luminance(a), luminance(b)];
	return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Relative luminance, from 0 (black) to 1 (white). */
function luminance(colour: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
