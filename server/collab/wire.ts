import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** One client's line, as a connection uses it: whole protocol messages. */
export interface Wire {
	/** Sends one message; what one turn of the event loop sends leaves in one piece. */
	send(message: Uint8Array): void;
	/** Bytes that were given to `send` and have not left. */
	readonly unsent: number;
	/** Stops and goes on reading: what the client sends meanwhile waits on its side. */
	pause(): void;
	resume(): void;
	ping(): void;
	/** Says goodbye with a code of `#collab/closes.ts`, behind all that was sent. */
	close(code: number, reason: string): void;
	terminate(): void;
}

/** The lines that have something to send when this turn ends. */
let waiting: SocketWire[] = [];

function flushAll(): void {
	const wires = waiting;
	waiting = [];
	for (const wire of wires) wire.flush();
}

/** A message to many is framed once: the last one is remembered. */
let last: { message: Uint8Array; frame: Buffer } | null = null;

/**
 * A line over a `ws` socket. Reading, closing and pings are ws's; messages are written beside it on
 * the same stream, each as one whole unmasked frame (RFC 6455, 5.2), because framing a message for
 * every receiver and writing it alone costs several times as much. Compression must be off.
 */
export class SocketWire implements Wire {
	private readonly ws: WebSocket;
	private readonly stream: Duplex;
	private frames: Buffer[] = [];
	private size = 0;

	constructor(ws: WebSocket, stream: Duplex) {
		this.ws = ws;
		this.stream = stream;
	}

	get unsent(): number {
		return this.size + this.stream.writableLength;
	}

	send(message: Uint8Array): void {
		if (this.ws.readyState !== this.ws.OPEN) return;
		if (last?.message !== message) last = { message, frame: frameOf(message) };
		if (this.frames.length === 0) {
			if (waiting.length === 0) setImmediate(flushAll);
			waiting.push(this);
		}
		this.frames.push(last.frame);
		this.size += last.frame.byteLength;
	}

	/** Writes what this turn has to say. */
	flush(): void {
		const [first, ...others] = this.frames;
		if (first === undefined) return;
		this.frames = [];
		this.size = 0;
		// After the goodbye nothing may follow.
		if (this.ws.readyState !== this.ws.OPEN || this.stream.destroyed) return;
		this.stream.write(others.length === 0 ? first : Buffer.concat([first, ...others]));
	}

	pause(): void {
		this.ws.pause();
	}

	resume(): void {
		this.ws.resume();
	}

	ping(): void {
		this.flush();
		this.ws.ping();
	}

	close(code: number, reason: string): void {
		this.flush();
		this.ws.close(code, reason);
	}

	terminate(): void {
		this.ws.terminate();
	}
}

/** One final, binary, unmasked frame. */
function frameOf(message: Uint8Array): Buffer {
	const { byteLength: length } = message;
	const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
	const frame = Buffer.allocUnsafe(head + length);
	frame[0] = 0x82;
	if (head === 2) frame[1] = length;
	else if (head === 4) {
		frame[1] = 126;
		frame.writeUInt16BE(length, 2);
	} else {
		frame[1] = 127;
		frame.writeUInt32BE(0, 2);
		frame.writeUInt32BE(length, 6);
	}
	frame.set(message, head);
	return frame;
}
