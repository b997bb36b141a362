import { write, writeSync } from 'node:fs';
import type { Destination } from './log.ts';

/** What a slow reader is waited for, in characters: beyond it lines are lost. */
const MOST = 4 * 1024 * 1024;
/** How often the end waits a moment for a reader that takes nothing just now. */
const TRIES = 100;

/**
 * The standard output, without waiting for whoever reads it. What it cannot take (a full disk, a closed
 * pipe, a reader that is 4 MB behind) is lost; the process and its memory go on as they were.
 */
export function standardOutput(fd = 1): Destination {
	let waiting: string[] = [];
	let length = 0;
	/** What is being written, as far as it is not yet. */
	let current: Buffer | null = null;

	function next(): void {
		if (current !== null || waiting.length === 0) return;
		current = Buffer.from(waiting.join(''));
		waiting = [];
		length = 0;
		send();
	}

	function send(): void {
		const sent = current;
		if (sent === null) return;
		write(fd, sent, (error, bytes) => {
			// The end was faster and has written it all.
			if (current !== sent) return;
			if (error?.code === 'EAGAIN') return void setTimeout(send, 50).unref();

			current = error || bytes >= sent.length ? null : sent.subarray(bytes);
			if (current === null) next();
			else send();
		});
	}

	return {
		write: (line) => {
			if (length + line.length > MOST) return;
			waiting.push(line);
			length += line.length;
			next();
		},
		flush: () => {
			// What a thread is writing is its own: written again it would stand there twice.
			if (current !== null) moment(20);
			let rest = Buffer.from(waiting.join(''));
			current = null;
			waiting = [];
			length = 0;
			for (let tries = 0; rest.length > 0 && tries < TRIES;) {
				try {
					rest = rest.subarray(writeSync(fd, rest));
				} catch (error) {
					if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
					tries += 1;
					moment(5);
				}
			}
		}
	};
}

/** Waits without the event loop. */
const moment = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
