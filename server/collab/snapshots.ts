import type { RoomPorts } from './ports.ts';

/**
 * A snapshot is due after this many updates, but not more often than this many milliseconds: the writer
 * proves it while everybody's letters wait, and a few at a time are proved in a moment.
 */
const EVERY = 1000;
const PAUSE = 2000;
/** A long text takes long to prove. It rests for so many times as long, so that letters seldom wait. */
const REST = 100;

/** What a snapshot is made of: the whole text as it is stored at `seq`. */
type Whole = { sectionId: string; epoch: number; seq: number; bytes: Uint8Array };

/** When a room adds a snapshot to the store, so that the next opening is quick (D8). */
export class Snapshots {
	private readonly ports: RoomPorts;
	/** The number of the newest one. */
	private seq: number;
	private at: number;
	/** How long the newest one took. */
	private took = 0;
	private isAdding = false;

	constructor(seq: number, ports: RoomPorts) {
		this.seq = seq;
		this.ports = ports;
		this.at = ports.clock();
	}

	/** How many updates came after the newest one, when the text is at `seq`. */
	lag(seq: number): number {
		return seq - this.seq;
	}

	isDue(seq: number): boolean {
		const pause = Math.max(PAUSE, this.took * REST);
		return this.lag(seq) >= EVERY && this.ports.clock() - this.at >= pause;
	}

	/**
	 * Adds one, unless one is being added.
	 * @throws Error when the stored log makes another text
	 */
	async add(whole: Whole): Promise<void> {
		if (this.isAdding) return;
		this.isAdding = true;
		const began = this.ports.clock();
		try {
			if (await this.ports.compact(whole)) this.seq = whole.seq;
		} finally {
			this.isAdding = false;
			this.at = this.ports.clock();
			this.took = this.at - began;
		}
	}
}
