import type { Writer } from './writer/writer.ts';

/** How long a refused write still says that the store is full, in milliseconds. */
const REMEMBERED = 5000;

/**
 * O4: whether the store takes writes. On a disk that is all but full a small write may still pass where
 * people's work does not, so what the writer refused of late counts as well as the question of the
 * moment.
 */
export class Health {
	private refusedAt = -Infinity;

	/** The same writer, watched. */
	watching(writer: Writer): Writer {
		return {
			...writer,
			run: async (name, input) => {
				const result = await writer.run(name, input);
				if (!result.ok && result.refusal.code === 'notSaved') this.refusedAt = performance.now();
				return result;
			}
		};
	}

	/** Asks the watched writer for a write of one page. */
	async ask(writer: Writer): Promise<boolean> {
		const probed = await writer.run('probeStore', null);
		return probed.ok && performance.now() - this.refusedAt > REMEMBERED;
	}
}
