import Database from 'better-sqlite3';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { WebSocketServer, type WebSocket } from 'ws';

/**
 * The least that a server can do which stores before it shows: the bare relay, and every message in
 * SQLite first, by a thread of its own, in groups, `synchronous=FULL`. No check, no right, no document.
 */

type Arrived = { data: Buffer; binary: boolean; from: WebSocket; to: Set<WebSocket> };

if (isMainThread) relay();
else store(workerData as string);

function relay(): void {
	const writer = new Worker(new URL(import.meta.url), {
		workerData: join(process.env['DATA_DIR'] ?? '', 'log.sqlite')
	});
	let waiting: Arrived[] = [];
	let underway: Arrived[] = [];
	const commit = () => {
		if (underway.length > 0 || waiting.length === 0) return;
		[underway, waiting] = [waiting, []];
		writer.postMessage(underway.map(({ data }) => data));
	};
	writer.on('message', () => {
		for (const { data, binary, from, to } of underway)
			for (const other of to) if (other !== from) other.send(data, { binary });
		underway = [];
		commit();
	});
	const rooms = new Map<string, Set<WebSocket>>();
	const server = new WebSocketServer({ port: 0, host: 'localhost', perMessageDeflate: false });
	server.on('connection', (socket, request) => {
		const name = (request.url ?? '/').split('?')[0] ?? '/';
		const to = rooms.get(name) ?? new Set<WebSocket>();
		rooms.set(name, to.add(socket));
		socket.on('close', () => to.delete(socket));
		socket.on('message', (data, binary) => {
			waiting.push({ data: data as Buffer, binary, from: socket, to });
			commit();
		});
	});
	server.on('listening', () => {
		console.log(`listening on http://localhost:${(server.address() as AddressInfo).port}`);
	});
}

function store(file: string): void {
	const database = new Database(file);
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	database.exec('CREATE TABLE IF NOT EXISTS log (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)');
	const insert = database.prepare<[Uint8Array]>('INSERT INTO log (bytes) VALUES (?)');
	const insertAll = database.transaction((all: Uint8Array[]) => {
		for (const bytes of all) insert.run(bytes);
	});
	parentPort?.on('message', (all: Uint8Array[]) => {
		insertAll(all);
		parentPort?.postMessage(null);
	});
}
