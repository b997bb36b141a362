import type { Log } from '#server/log/log.ts';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** How long strangers may take, in milliseconds, and how much they may bring. */
export type Patience = {
	/** From a connection's first byte to the end of the headers. */
	headers: number;
	/** From the headers' end to the body's: a form or a question, and a file. */
	body: number;
	upload: number;
	/** A connection without a request stays open: longer than proxies keep theirs, or they meet a closed one. */
	idle: number;
	/** How often clocks are looked at. */
	looks: number;
	connections: number;
};

export const PATIENCE: Patience = {
	headers: 10_000,
	body: 30_000,
	upload: 300_000,
	idle: 75_000,
	looks: 1000,
	connections: 10_000
};

/** All headers of a request, in bytes. */
export const MAX_HEADERS = 16 * 1024;
/** A body over this many bytes is a file. */
const FILE = 1024 * 1024;

/** Sets the clocks of a server; who is too slow or brings no HTTP is answered and let go. */
export function limitTime(server: Server, log: Log, patience: Patience): void {
	server.headersTimeout = patience.headers;
	server.requestTimeout = patience.upload;
	server.keepAliveTimeout = patience.idle;
	server.maxConnections = patience.connections;
	server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
		const status = STATUS[error.code ?? ''] ?? '400 Bad Request';
		log.info({ status: Number.parseInt(status, 10), code: error.code }, 'no request');
		if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
		socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
		// Whoever does not even close is not waited for.
		setTimeout(() => socket.destroy(), 1000).unref();
	});
	server.on('drop', () => log.warn({ connections: patience.connections }, 'too many connections'));
}

const STATUS: Record<string, string> = {
	HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
	HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
	ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout'
};

/** Ends a request whose body does not come in time; a file has longer. */
export function limitBody(req: IncomingMessage, res: ServerResponse, patience: Patience): void {
	const { 'content-length': length, 'transfer-encoding': coding } = req.headers;
	if ((length === undefined || length === '0') && coding === undefined) return;
	const ms = Number(length) > FILE ? patience.upload : patience.body;
	const late = setTimeout(() => {
		if (req.complete) return;
		if (res.headersSent) return void req.destroy();
		res.writeHead(408, { connection: 'close', 'content-length': 0 }).end(() => req.destroy());
	}, ms);
	late.unref();
	res.once('close', () => clearTimeout(late));
}
