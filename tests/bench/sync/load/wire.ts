import { connect } from 'node:net';

/**
 * A WebSocket client that costs next to nothing: the load process must not be what limits a server
 * that delivers half a million letters a second. It masks like a browser, answers pings, and takes
 * whole, unfragmented frames, which is what every server here sends.
 */
export type Wire = {
	/** Sends a message in a frame and a write of its own. */
	send(message: Uint8Array): void;
	end(): void;
};

export type WireEvents = {
	opened(): void;
	/** One message; the bytes are valid during the call only. */
	message(bytes: Uint8Array): void;
	/** Once, however it ended. */
	closed(why: string): void;
};

const CLOSE = 8;
const PING = 9;
const PONG = 10;
const BINARY = 2;
const NOTHING = Buffer.alloc(0);

export function openWire(url: string, headers: Record<string, string>, on: WireEvents): Wire {
	const { port, host, pathname, search } = new URL(url);
	const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
	const mask = Buffer.from([0x5b, 0x91, 0x2e, 0xc7]);
	let rest: Buffer = NOTHING;
	let isOpen = false;
	let why = 'the connection ended';

	const write = (opcode: number, message: Uint8Array) =>
		socket.write(framed(opcode, message, mask));
	socket.on('connect', () => {
		const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
		socket.write(
			`GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\n` +
				'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
				`Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${lines.join('')}\r\n`
		);
	});
	socket.on('error', (error) => (why = error.message));
	socket.on('close', () => on.closed(why));

	/** Takes one frame from `bytes` at `at`; returns where the next begins, or -1 when it is not whole. */
	const take = (bytes: Buffer, at: number): number => {
		if (bytes.length < at + 2) return -1;
		let length = (bytes[at + 1] ?? 0) & 127;
		let start = at + 2;
		if (length === 126) {
			if (bytes.length < at + 4) return -1;
			length = bytes.readUInt16BE(start);
			start += 2;
		} else if (length === 127) {
			if (bytes.length < at + 10) return -1;
			length = Number(bytes.readBigUInt64BE(start));
			start += 8;
		}
		if (bytes.length < start + length) return -1;
		const opcode = (bytes[at] ?? 0) & 15;
		const payload = bytes.subarray(start, start + length);
		if (opcode === BINARY) on.message(payload);
		else if (opcode === PING) write(PONG, payload);
		else if (opcode === CLOSE) {
			why = `closed with ${length >= 2 ? payload.readUInt16BE(0) : 1005} ${payload.toString('utf8', 2)}`;
			socket.end();
		}
		return start + length;
	};

	socket.on('data', (chunk: Buffer) => {
		const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		let at = 0;
		if (!isOpen) {
			const end = bytes.indexOf('\r\n\r\n');
			if (end < 0) {
				rest = bytes;
				return;
			}
			const status = bytes.toString('latin1', 0, bytes.indexOf('\r\n'));
			if (!status.includes(' 101 ')) {
				why = `the server answered ${status}`;
				socket.destroy();
				return;
			}
			isOpen = true;
			at = end + 4;
			on.opened();
		}
		for (let next = take(bytes, at); next >= 0; next = take(bytes, at)) at = next;
		rest = at < bytes.length ? bytes.subarray(at) : NOTHING;
	});
	return {
		send: (message) => {
			if (!socket.destroyed) write(BINARY, message);
		},
		end: () => socket.destroy()
	};
}

function framed(opcode: number, message: Uint8Array, mask: Buffer): Buffer {
	const { length } = message;
	const out = Buffer.allocUnsafe(length + 14);
	let at = 2;
	out[0] = 0x80 | opcode;
	if (length < 126) out[1] = 0x80 | length;
	else if (length < 65_536) {
		out[1] = 0x80 | 126;
		at = out.writeUInt16BE(length, at);
	} else {
		out[1] = 0x80 | 127;
		at = out.writeBigUInt64BE(BigInt(length), at);
	}
	mask.copy(out, at);
	at += 4;
	for (let i = 0; i < length; i += 1) out[at + i] = (message[i] ?? 0) ^ (mask[i & 3] ?? 0);
	return out.subarray(0, at + length);
}
