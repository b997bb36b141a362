import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from './log.ts';

/** Who is told of each request that was answered: the metrics. */
export interface RequestWatcher {
	answered(request: { route: string; status: number; seconds: number }): void;
}

/** What the pages know of a request: its route's id (never its path) and who asked. */
export type AboutRequest = { route: string | null; personId: string | null };

type Known = AboutRequest & { id: string };

/** One line a request, and the id by which a person and an operator speak of the same one. */
export class Requests {
	private readonly known = new WeakMap<object, Known>();
	private readonly log: Log;
	private readonly watcher: RequestWatcher;

	constructor(log: Log, watcher: RequestWatcher) {
		this.log = log;
		this.watcher = watcher;
	}

	/** A request has come: it gets its id, and its line when its answer has ended. */
	begin(req: IncomingMessage, res: ServerResponse): void {
		const about: Known = { id: randomUUID(), route: null, personId: null };
		this.known.set(req, about);
		res.setHeader('x-request-id', about.id);
		const began = performance.now();
		const { socket } = req;
		const before = socket.bytesWritten;
		res.once('close', () => {
			const ms = performance.now() - began;
			const { statusCode: status, writableFinished } = res;
			const route = nameOf(about.route, status);
			this.watcher.answered({ route, status, seconds: ms / 1000 });
			const line = {
				request: about.id,
				method: req.method,
				route,
				status,
				ms: Math.round(ms * 10) / 10,
				bytes: socket.bytesWritten - before,
				...(about.personId === null ? {} : { person: about.personId }),
				...(writableFinished ? {} : { cut: true })
			};
			if (status >= 500) this.log.warn(line, 'request');
			else if (QUIET.has(route)) this.log.debug(line, 'request');
			else this.log.info(line, 'request');
		});
	}

	/** What the pages found out; `req` is the request as the process knows it. */
	tell(req: object | undefined, about: AboutRequest): void {
		const known = req && this.known.get(req);
		if (known) Object.assign(known, about);
	}

	/** The request's id; one of its own where the process does not know it. */
	idOf(req: object | undefined): string {
		return (req && this.known.get(req)?.id) ?? randomUUID();
	}
}

/** Asked for every few seconds by machines, or beside every page. */
const QUIET = new Set(['/healthz', '/metrics', 'file']);

/** The route's address with its parameters' names and without groups; a word where there is no route. */
export function nameOf(route: string | null, status: number): string {
	if (route !== null) return route.replace(/\/\([^)]*\)/g, '') || '/';
	return status < 400 ? 'file' : 'none';
}
