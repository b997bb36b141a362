import { WebSocket as NodeSocket, type ClientOptions } from 'ws';

/**
 * A person's line to the server: frames can be held back in both directions, let through one by one,
 * and the line can be cut, so that chance decides who knows what when.
 */
export class Line {
	/** True while new frames wait. */
	held = false;
	#up: (() => void)[] = [];
	#down: (() => void)[] = [];
	#socket: NodeSocket | null = null;
	#isCut = false;

	/** True while nothing gets through and no connection can be made. */
	get isCut(): boolean {
		return this.#isCut;
	}

	/** Lets the oldest waiting frame of one direction through. */
	pass(way: 'up' | 'down'): boolean {
		const frame = (way === 'up' ? this.#up : this.#down).shift();
		frame?.();
		return frame !== undefined;
	}

	/** Nothing waits any more, and nothing will. */
	open(): void {
		this.held = false;
		while (this.pass('up'));
		while (this.pass('down'));
	}

	/** The network is gone; what was on its way is lost. */
	cut(): void {
		this.#isCut = true;
		this.#up = [];
		this.#down = [];
		this.#socket?.terminate();
	}

	/** The network is back; the client has to connect anew. */
	mend(): void {
		this.#isCut = false;
	}

	/** The WebSocket class of this line. */
	socketClass(options: ClientOptions): typeof WebSocket {
		const wait = (queue: () => (() => void)[], go: () => void): void => {
			if (this.held || queue().length > 0) queue().push(go);
			else go();
		};
		const take = (socket: NodeSocket): boolean => {
			this.#up = [];
			this.#down = [];
			this.#socket = socket;
			return !this.#isCut;
		};
		const up = () => this.#up;
		const down = () => this.#down;
		const isCurrent = (socket: NodeSocket) => this.#socket === socket && !this.#isCut;
		const isCut = () => this.#isCut;
		class HeldSocket extends NodeSocket {
			constructor(url: string | URL, protocols?: string | string[]) {
				// Port 9 of this machine answers nobody: a network that is not there.
				super(isCut() ? 'ws://127.0.0.1:9/' : url, protocols, options);
				take(this);
			}

			override send(data: Uint8Array): void {
				const copy = data.slice();
				wait(up, () => {
					if (isCurrent(this) && this.readyState === NodeSocket.OPEN) super.send(copy);
				});
			}

			override emit(event: string | symbol, ...args: unknown[]): boolean {
				if (event !== 'message') return super.emit(event, ...args);
				wait(down, () => {
					if (isCurrent(this)) super.emit(event, ...args);
				});
				return true;
			}
		}
		return HeldSocket as unknown as typeof WebSocket;
	}
}
