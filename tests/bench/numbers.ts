/** The little statistics that the tables need. */

/** The value below which the share `q` (0 to 1) of the samples lie; NaN without samples. */
export function quantile(samples: readonly number[], q: number): number {
	const sorted = [...samples].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}

/** The middle one; of an even count the mean of the two. NaN without samples. */
export function median(samples: readonly number[]): number {
	const sorted = [...samples].sort((a, b) => a - b);
	const half = sorted.length / 2;
	const low = sorted[Math.ceil(half) - 1] ?? NaN;
	const high = sorted[Math.floor(half)] ?? NaN;
	return (low + high) / 2;
}

/** Three digits at most that mean something: `0.83`, `12.4`, `1340`. */
export function short(n: number): string {
	if (!Number.isFinite(n)) return '-';
	if (n === 0) return '0';
	const size = Math.abs(n);
	return n.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** The median of the repetitions with their range. */
export const spread = (samples: readonly number[]): string =>
	samples.length < 2
		? short(samples[0] ?? NaN)
		: `${short(median(samples))} [${short(Math.min(...samples))}..${short(Math.max(...samples))}]`;
