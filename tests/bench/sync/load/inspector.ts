import { once } from 'node:events';
import { WebSocket } from 'ws';
import { wait } from './crowd.ts';

/** Twice: what the first round finalises, the second one frees. */
const ROUNDS = 2;
/** V8 gives the pages back a little later. */
const GIVES_BACK = 400;

/**
 * Has a Node process collect its garbage by its inspector's `port`, so that its memory is what it needs
 * and not what it has not yet tidied.
 */
export async function collectGarbage(port: number): Promise<void> {
	const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
	const [process] = (await answer.json()) as { webSocketDebuggerUrl: string }[];
	const socket = new WebSocket(process?.webSocketDebuggerUrl ?? '');
	await once(socket, 'open');
	for (let id = 1; id <= ROUNDS; id += 1) {
		socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }));
		await once(socket, 'message');
	}
	socket.close();
	await wait(GIVES_BACK);
}
