import * as Y from 'yjs';

/** A document that many clients hold alike: its bytes, and what a server with less lacks of it. */
export class Held {
	readonly bytes: Uint8Array;
	readonly vector: Uint8Array;
	private readonly answers = new Map<string, Uint8Array>();

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
		this.vector = Y.encodeStateVectorFromUpdate(bytes);
	}

	/** Computed once for each state vector, so that the load process is not what takes the time. */
	since(vector: Uint8Array): Uint8Array {
		const key = Buffer.from(vector).toString('latin1');
		const known = this.answers.get(key);
		if (known !== undefined) return known;
		const answer = Y.diffUpdate(this.bytes, vector);
		this.answers.set(key, answer);
		return answer;
	}
}
