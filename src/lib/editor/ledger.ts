/**
 * What is on the server's disk of all that was changed here (D3). Local updates are numbered in the
 * order in which they were made; a frame that is sent covers every update made before it: an update
 * frame carries the newest, and a sync step 2 carries whatever the server lacks. The server reads
 * frames in order and acknowledges how many of this connection it has stored, so the first frame
 * acknowledged that covers an update is the proof of it.
 */
export class SaveLedger {
	/** Local updates made so far, over all connections. */
	#made = 0;
	/** How many of them are acknowledged. */
	#saved = 0;
	/** For each frame of this connection that awaits its acknowledgement: the updates it covers. */
	#awaiting: number[] = [];
	/** Frames of this connection that were acknowledged. */
	#acknowledged = 0;

	/** How many local updates nobody has promised to keep yet. */
	get unsaved(): number {
		return this.#made - this.#saved;
	}

	/** Up to which local update all are on the server's disk. */
	get saved(): number {
		return this.#saved;
	}

	/**
	 * Counts one local update, sent or not.
	 * @returns its number, from 1
	 */
	made(): number {
		this.#made += 1;
		return this.#made;
	}

	/** Counts one sync step 2 or update frame put on the wire; it covers all that was made. */
	sent(): void {
		this.#awaiting.push(this.#made);
	}

	/**
	 * The server has stored the first `count` frames of this connection. Counts that go back, or
	 * beyond what was sent, say nothing new.
	 * @returns true when fewer updates are unsaved than before
	 */
	acknowledge(count: number): boolean {
		const before = this.#saved;
		while (this.#acknowledged < count) {
			const covered = this.#awaiting.shift();
			if (covered === undefined) break;
			this.#acknowledged += 1;
			this.#saved = Math.max(this.#saved, covered);
		}
		return this.#saved > before;
	}

	/**
	 * Whether nothing that was made is without the server's answer, when that to this connection's
	 * frame number `count` (from 1) has come.
	 */
	isAllAnswered(count: number): boolean {
		const covered = this.#awaiting.at(-1) ?? this.#saved;
		return covered === this.#made && count >= this.#acknowledged + this.#awaiting.length;
	}

	/** The connection is gone: what it carried without an answer may or may not have arrived. */
	lost(): void {
		this.#awaiting = [];
		this.#acknowledged = 0;
	}
}
