import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

/** The least that can be done: every message goes to the others at the same address. No state. */

const rooms = new Map<string, Set<WebSocket>>();
const server = new WebSocketServer({ port: 0, host: 'localhost', perMessageDeflate: false });
server.on('connection', (socket, request) => {
	const name = (request.url ?? '/').split('?')[0] ?? '/';
	const room = rooms.get(name) ?? new Set<WebSocket>();
	rooms.set(name, room.add(socket));
	socket.on('close', () => room.delete(socket));
	socket.on('message', (data, binary) => {
		for (const other of room) if (other !== socket) other.send(data, { binary });
	});
});
server.on('listening', () => {
	console.log(`listening on http://localhost:${(server.address() as AddressInfo).port}`);
});
