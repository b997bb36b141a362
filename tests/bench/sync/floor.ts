import Database from 'better-sqlite3';
import { MESSAGE_SYNC, SYNC_STEP_1, SYNC_STEP_2 } from '#collab/protocol.ts';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

/**
 * The least that opening a document can cost: whoever asks gets the stored bytes as they are. No check,
 * no document in memory, nobody else.
 */

const database = new Database(process.env['DATABASE'] ?? '');
const select = database.prepare<[string], { bytes: Buffer }>(
	'SELECT bytes FROM document WHERE name = ?'
);
const NOTHING = Uint8Array.of(0, 0);

function answer(socket: WebSocket, name: string, message: Uint8Array): void {
	const decoder = decoding.createDecoder(message);
	if (decoding.readVarUint(decoder) !== MESSAGE_SYNC) return;
	if (decoding.readVarUint(decoder) !== SYNC_STEP_1) return;
	const bytes = select.get(name)?.bytes ?? NOTHING;
	const frame = encoding.encode((e) => {
		encoding.writeVarUint(e, MESSAGE_SYNC);
		encoding.writeVarUint(e, SYNC_STEP_2);
		encoding.writeVarUint8Array(e, bytes);
	});
	socket.send(frame);
}

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (socket, request) => {
	const name = (request.url ?? '/').slice(1);
	socket.on('message', (data) => {
		if (data instanceof Buffer) answer(socket, name, new Uint8Array(data));
	});
});
server.on('listening', () => {
	console.log(`listening on http://localhost:${(server.address() as AddressInfo).port}`);
});
