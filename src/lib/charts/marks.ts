import { ink, type Paint } from './colours.ts';
import { n } from './markup.ts';
import type { SeriesRole } from './spec.ts';

/** Colour is never the only difference: each role has its dash and its marker too. */
const DASH: Record<SeriesRole, string> = {
	own: '',
	group: '8 4',
	nation: '2 4',
	mean: '11 3 2 3',
	other: '5 3'
};

/** A marker around (x, y): disc, square, triangle, diamond, triangle on its head. */
const SHAPE: Record<SeriesRole, (x: number, y: number) => string> = {
	own: (x, y) => `M${n(x - 4.5)} ${n(y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z`,
	group: (x, y) => `M${n(x - 4)} ${n(y - 4)}h8v8h-8z`,
	nation: (x, y) => `M${n(x)} ${n(y - 5)}l5 9h-10z`,
	mean: (x, y) => `M${n(x)} ${n(y - 5.5)}l5.5 5.5l-5.5 5.5l-5.5-5.5z`,
	other: (x, y) => `M${n(x)} ${n(y + 5)}l5-9h-10z`
};

/** A point of a series, or null where the line is broken. */
export type Point = [x: number, y: number] | null;

/** A series: its line, broken at nulls, and a marker at every point. */
export function seriesMarks(role: SeriesRole, points: Point[], paint: Paint): string {
	const colour = ink(role, paint);
	let line = '';
	let markers = '';
	let open = false;
	for (const point of points) {
		if (point) {
			line += `${open ? 'L' : 'M'}${n(point[0])} ${n(point[1])}`;
			markers += SHAPE[role](...point);
		}
		open = point !== null;
	}
	const dash = DASH[role] === '' ? '' : ` stroke-dasharray="${DASH[role]}"`;
	const width = role === 'own' ? 3 : 2;
	return (
		`<path d="${line}" fill="none" stroke="${colour}" stroke-width="${width}"${dash}/>` +
		`<path d="${markers}" fill="${colour}"/>`
	);
}
