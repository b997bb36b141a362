import { StartError } from '#server/store/store.ts';

/** What hinders the start: all of it is told at once, a line each. */
export class Problems {
	private readonly lines: string[] = [];

	/** What `read` answers, or `otherwise` when it says what hinders the start. */
	try<T>(read: () => T, otherwise: T): T {
		try {
			return read();
		} catch (error) {
			if (!(error instanceof StartError)) throw error;
			this.lines.push(error.message);
			return otherwise;
		}
	}

	/** @throws StartError when there is any */
	tell(): void {
		if (this.lines.length > 0) throw new StartError([...new Set(this.lines)].join('\n'));
	}
}
