import { ink, type Paint } from './colours.ts';
import { n } from './markup.ts';
import type { SeriesRole } from './spec.ts';

const ROLES: SeriesRole[] = ['own', 'group', 'nation', 'mean', 'other'];

/** The colour of the series of this index. */
export const seriesInk = (index: number, paint: Paint): string =>
	ink(ROLES[index % ROLES.length] ?? 'own', paint);

/** The colour of the sheet: what lies on a bar is in it. */
export const paperInk = (paint: Paint): string => (paint === 'page' ? 'var(--paper,#fff)' : '#fff');

/**
 * Along the middle of a bar or an arc: dashes as wide as the bar are stripes across it, dots are
 * dashes of no length. No tiles: they leave white seams in print.
 */
const TEXTURE: ((thickness: number) => string)[] = [
	() => '',
	(t) => `stroke-width="${n(t)}" stroke-dasharray="1 6"`,
	() => 'stroke-width="1.5"',
	() => 'stroke-width="2.5" stroke-linecap="round" stroke-dasharray="0 7"',
	(t) => `stroke-width="${n(t)}" stroke-dasharray="1 2 1 9"`
];

/** The pattern of a series beside its colour, along `path`, on something `thickness` wide. */
export function texture(index: number, path: string, thickness: number, paint: Paint): string {
	const look = TEXTURE[index % TEXTURE.length]?.(thickness) ?? '';
	return look === '' ? '' : `<path d="${path}" fill="none" stroke="${paperInk(paint)}" ${look}/>`;
}

/** A bar with the colour and pattern of its series; the pattern goes along it, or as it is told. */
export function bar(
	index: number,
	at: { x: number; y: number; width: number; height: number },
	paint: Paint,
	upright = at.height > at.width
): string {
	const { x, y, width, height } = at;
	const rect = `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${seriesInk(index, paint)}"/>`;
	if (width < 3 || height < 3) return rect;
	const path = upright
		? `M${n(x + width / 2)} ${n(y + height)}v${n(-height)}`
		: `M${n(x)} ${n(y + height / 2)}h${n(width)}`;
	return rect + texture(index, path, upright ? width : height, paint);
}
