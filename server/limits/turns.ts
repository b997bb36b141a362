/**
 * Work that takes turns by key: `width` at a time, the others one after the other as they came. What waits
 * beyond `most` is not taken.
 */
export class Turns {
	private readonly width: number;
	private readonly most: number;
	private readonly lines = new Map<string, { running: number; waiting: (() => void)[] }>();

	constructor(width: number, most: number) {
		this.width = width;
		this.most = most;
	}

	/** The outcome of `work`, or null when too many wait already. */
	async run<T>(key: string, work: () => Promise<T>): Promise<T | null> {
		const line = this.lines.get(key) ?? { running: 0, waiting: [] };
		this.lines.set(key, line);
		if (line.running < this.width) line.running += 1;
		else if (line.waiting.length >= this.most) return null;
		// Who ends hands its place on, so that nobody comes in between.
		else await new Promise<void>((turn) => line.waiting.push(turn));
		try {
			return await work();
		} finally {
			const next = line.waiting.shift();
			if (next) next();
			else line.running -= 1;
			if (line.running === 0) this.lines.delete(key);
		}
	}
}
