import { formatNumber, NBSP, type Lang } from './format.ts';

/** A file's size as people read it, of a thousand each: `402 kB`, `1,3 MB`. */
export function fileSize(bytes: number, lang: Lang): string {
	const [size, unit, decimals] =
		bytes < 999_500 ? [bytes / 1000, 'kB', 0] : [bytes / 1_000_000, 'MB', 1];
	return `${formatNumber(bytes > 0 ? Math.max(size, unit === 'kB' ? 1 : 0) : 0, decimals, lang)}${NBSP}${unit}`;
}
