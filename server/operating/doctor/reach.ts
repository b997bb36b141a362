import { connect, createServer } from 'node:net';

/** How long another machine may take to say that it is there, in milliseconds. */
const PATIENCE = 5000;

/** Whether nobody listens there. */
export function isFree(host: string, port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, host, () => server.close(() => resolve(true)));
	});
}

/** Null when a connection can be made; else why not, in a word. */
export function isAnswering(host: string, port: number): Promise<string | null> {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: PATIENCE });
		const end = (why: string | null) => {
			socket.destroy();
			resolve(why);
		};
		socket.once('connect', () => end(null));
		socket.once('timeout', () => end('no answer'));
		socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? 'error'));
	});
}
