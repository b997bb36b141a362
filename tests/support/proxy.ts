import { connect as connectTo, createServer, type AddressInfo, type Socket } from 'node:net';

/** What the network does with bytes that come from now on. */
export type Weather = {
	/** Milliseconds that each chunk is late; order within a connection stays. */
	delay: number;
	/** Bytes a second and direction; null for as many as come. */
	bytesASecond: number | null;
};

const CALM: Weather = { delay: 0, bytesASecond: null };

/** One connection through the proxy. */
type Line = {
	client: Socket;
	server: Socket;
	/** Nothing passes, and neither end is told: a cable that was pulled. */
	dead: boolean;
	/** What has come from the client while its bytes are held back. */
	held: Buffer[] | null;
	/** Ends the connection as soon as so many more bytes of the client have passed. */
	cutAfter: number | null;
};

/** A TCP proxy whose weather the test makes. It knows nothing of what passes. */
export class Proxy {
	port = 0;
	weather: Weather = CALM;
	readonly #lines = new Set<Line>();
	readonly #server = createServer((client) => this.#open(client));
	readonly #target: number;
	readonly #timers = new Set<NodeJS.Timeout>();

	/** @param target the port of the server behind it, on 127.0.0.1 */
	constructor(target: number) {
		this.#target = target;
	}

	listen(): Promise<void> {
		return new Promise((done) =>
			this.#server.listen(0, '127.0.0.1', () => {
				this.port = (this.#server.address() as AddressInfo).port;
				done();
			})
		);
	}

	/** Ends every connection at once, both ends with a reset. */
	reset(): void {
		for (const line of [...this.#lines]) this.#cut(line);
	}

	/** Ends every connection after so many more bytes from its client: in the middle of a frame. */
	resetAfter(bytes: number): void {
		for (const line of this.#lines) line.cutAfter = bytes;
	}

	/** Nothing passes any more on what stands, without a word to either end; new ones are sound. */
	pullCables(): void {
		for (const line of this.#lines) line.dead = true;
	}

	/**
	 * The clients lose their connections and come back by new ones, while what they had sent last is
	 * still on its way: it reaches the server by the old connection `late` milliseconds later.
	 * @param gather milliseconds during which bytes are held before the client is cut off
	 */
	overtake(gather: number, late: number): void {
		for (const line of this.#lines) {
			if (line.held !== null || line.dead) continue;
			line.held = [];
			this.#later(gather, () => {
				line.client.resetAndDestroy();
				this.#later(late, () => {
					for (const chunk of line.held ?? []) line.server.write(chunk);
					// Time for the server to read them, before this end is gone as well.
					this.#later(50, () => this.#cut(line));
				});
			});
		}
	}

	/** Good weather, and every connection that was harmed is given up. */
	heal(): void {
		this.weather = CALM;
		for (const line of [...this.#lines]) if (line.dead || line.cutAfter !== null) this.#cut(line);
	}

	async close(): Promise<void> {
		this.reset();
		for (const timer of this.#timers) clearTimeout(timer);
		await new Promise((done) => this.#server.close(done));
	}

	#open(client: Socket): void {
		const server = connectTo({ port: this.#target, host: '127.0.0.1' });
		const line: Line = { client, server, dead: false, held: null, cutAfter: null };
		this.#lines.add(line);
		for (const socket of [client, server]) {
			socket.setNoDelay(true);
			// That one end breaks is what this proxy is for; the other learns of it by the close.
			socket.on('error', () => undefined);
		}
		this.#carry(line, client, server);
		this.#carry(line, server, client);
		server.on('close', () => {
			if (!line.dead) this.#cut(line);
		});
		client.on('close', () => {
			if (!line.dead && line.held === null) this.#cut(line);
		});
	}

	/** Bytes and the end of them, from one end to the other, in order, through the weather. */
	#carry(line: Line, from: Socket, to: Socket): void {
		const queue: { at: number; pass: () => void }[] = [];
		let busyUntil = 0;
		let waiting = false;
		const drain = () => {
			waiting = false;
			for (let head = queue[0]; head && head.at <= performance.now(); head = queue[0]) {
				queue.shift();
				head.pass();
			}
			const [head] = queue;
			if (!head) return;
			waiting = true;
			this.#later(Math.ceil(head.at - performance.now()), drain);
		};
		const put = (bytes: number, pass: () => void) => {
			const { delay, bytesASecond } = this.weather;
			const takes = bytesASecond === null ? 0 : (bytes / bytesASecond) * 1000;
			busyUntil = Math.max(performance.now() + delay, busyUntil) + takes;
			queue.push({ at: busyUntil, pass });
			if (!waiting) drain();
		};
		from.on('data', (chunk: Buffer) => {
			if (line.dead) return;
			if (from === line.client && line.held !== null) line.held.push(chunk);
			else put(chunk.length, () => this.#pass(line, from, to, chunk));
		});
		from.on('end', () => {
			if (!line.dead && line.held === null) put(0, () => void to.end());
		});
	}

	#pass(line: Line, from: Socket, to: Socket, chunk: Buffer): void {
		if (line.dead || to.destroyed) return;
		if (from === line.client && line.cutAfter !== null) {
			if (chunk.length >= line.cutAfter) {
				to.write(chunk.subarray(0, line.cutAfter), () => this.#cut(line));
				return;
			}
			line.cutAfter -= chunk.length;
		}
		to.write(chunk);
	}

	#cut(line: Line): void {
		this.#lines.delete(line);
		line.client.resetAndDestroy();
		line.server.resetAndDestroy();
	}

	#later(ms: number, work: () => void): void {
		const timer = setTimeout(() => {
			this.#timers.delete(timer);
			work();
		}, ms);
		this.#timers.add(timer);
	}
}
