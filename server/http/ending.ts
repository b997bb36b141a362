import type { Log } from '#server/log/log.ts';
import type { Server } from 'node:http';

/** How a process ends: asked to, or by a bug. */
export type Ending = {
	server: Server;
	/** How many requests are under way. */
	underWay: () => number;
	/** Stores what is under way and tells the editors. */
	close: () => Promise<void>;
	log: Log;
	/** Writes what the log still holds. */
	flush: () => void;
};

/** In milliseconds. */
const TIMES = {
	/** Who has asked already is answered, within reason. */
	drain: 2000,
	/** A second signal within this time is the same one: a terminal and npm both send it. */
	same: 1000,
	/** After this the process ends as it is: what was acknowledged is on disk (D1). */
	hard: 20_000
};

/** O5: SIGTERM and SIGINT end the process in order, a second one ends it at once. */
export function endOnSignals(ending: Ending): void {
	const { server, underWay, log } = ending;
	let since: number | null = null;
	const leave = (code: number): never => {
		ending.flush();
		process.exit(code);
	};
	async function end(): Promise<void> {
		server.close();
		server.closeIdleConnections();
		const latest = performance.now() + TIMES.drain;
		while (underWay() > 0 && performance.now() < latest)
			await new Promise((resolve) => setTimeout(resolve, 10));
		if (underWay() > 0) log.warn({ requests: underWay() }, 'requests were cut off');
		await ending.close();
		server.closeAllConnections();
		log.info('ended');
	}
	const onSignal = (signal: NodeJS.Signals): void => {
		if (since !== null) {
			if (performance.now() - since < TIMES.same) return;
			log.warn({ signal }, 'asked again: ends at once');
			return leave(1);
		}
		since = performance.now();
		log.info({ signal }, 'ends');
		setTimeout(() => {
			log.error({ ms: TIMES.hard }, 'the end took too long: ends as it is');
			leave(1);
		}, TIMES.hard).unref();
		end().then(
			() => leave(0),
			(error: unknown) => {
				log.fatal({ error }, 'the end went wrong');
				leave(1);
			}
		);
	};
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal);
}

/**
 * A bug that nobody caught: what the process believes may be wrong, so it says so and ends. What was
 * acknowledged is on disk (D1), and whoever watches it starts it again.
 */
export function endOnBugs(log: Log, flush: () => void): void {
	process.on('uncaughtException', (error: unknown, origin) => {
		try {
			log.fatal({ error, origin }, 'a bug that nobody caught: the process ends');
			flush();
		} finally {
			process.exit(1);
		}
	});
}
