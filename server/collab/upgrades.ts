import { CLOSES } from '#collab/closes.ts';
import { LIMITS } from '#collab/limits.ts';
import type { Log } from '#server/log/log.ts';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Connection } from './connection.ts';
import { SocketWire, type Wire } from './wire.ts';

/** What a client says in its address: which section, what it was built for (W3), and whose page it is. */
export type Address = {
	sectionId: string;
	schema: string | null;
	epoch: string | null;
	/** A page that was made for one person does not go on in the name of who signed in after them. */
	person?: string | null;
};

/** Where sockets lead to. */
export interface Entrance {
	/** Whether an upgrade comes from our own pages (W2). */
	isOwnOrigin(req: IncomingMessage): boolean;
	/** Lets a line in, or closes it and answers null. */
	admit(wire: Wire, cookie: string | undefined, address: Address): Promise<Connection | null>;
	/** The line of a connection has ended. */
	left(connection: Connection): void;
	onBug(error: unknown): void;
	log: Log;
}

/** HTTP requests that become sockets at `/collab/{sectionId}`. */
export class Upgrades {
	private readonly to: Entrance;
	private readonly wss = new WebSocketServer({
		noServer: true,
		maxPayload: LIMITS.frame + 1024,
		maxFragments: LIMITS.fragments,
		perMessageDeflate: false
	});

	constructor(to: Entrance) {
		this.to = to;
	}

	/** W2: path and Origin are judged before the socket opens. */
	handle(req: IncomingMessage, socket: Duplex, head: Buffer): void {
		// A socket that breaks during the handshake is no reason to end the process.
		socket.on('error', () => socket.destroy());
		const url = new URL(req.url ?? '/', 'http://internal');
		const sectionId = /^\/collab\/([A-Za-z0-9-]{1,64})$/.exec(url.pathname)?.[1];
		if (sectionId === undefined) return refuseHttp(socket, 404);
		if (!this.to.isOwnOrigin(req)) return refuseHttp(socket, 403);
		const { cookie } = req.headers;
		const address = {
			sectionId,
			schema: url.searchParams.get('schema'),
			epoch: url.searchParams.get('epoch'),
			person: url.searchParams.get('person')
		};
		this.wss.handleUpgrade(req, socket, head, (ws) => this.open(ws, socket, cookie, address));
	}

	close(): void {
		this.wss.close();
	}

	private open(ws: WebSocket, socket: Duplex, cookie: string | undefined, address: Address): void {
		ws.on('error', () => ws.terminate());
		const { log } = this.to;
		const began = performance.now();
		let known = {};
		ws.once('close', (code) => {
			const seconds = Math.round((performance.now() - began) / 1000);
			log.info({ ...known, code, seconds }, 'socket closed');
		});
		// What the client says before it is known waits in the socket.
		ws.pause();
		this.to
			.admit(new SocketWire(ws, socket), cookie, address)
			.then((connection) => {
				if (!connection) return;
				known = { section: connection.room.section.id, person: connection.who.user.id };
				log.info(known, 'socket opened');
				this.listen(ws, connection);
			})
			.catch((error: unknown) => {
				this.to.onBug(error);
				ws.close(CLOSES.restart.code, CLOSES.restart.reason);
			})
			.finally(() => ws.resume());
	}

	/** Gives the connection what its socket hears. */
	private listen(ws: WebSocket, connection: Connection): void {
		if (ws.readyState !== ws.OPEN) return this.to.left(connection);
		ws.on('message', (data, isBinary) => {
			if (isBinary && data instanceof Buffer)
				connection.receive(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
			else connection.close('malformed');
		});
		ws.on('pong', () => connection.lives());
		ws.once('close', () => this.to.left(connection));
	}
}

function refuseHttp(socket: Duplex, status: 403 | 404): void {
	const text = status === 403 ? 'Forbidden' : 'Not Found';
	socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
