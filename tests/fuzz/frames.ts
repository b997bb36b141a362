import { encodeAwareness, type AwarenessEntry } from '#server/collab/presence.ts';
import {
	MESSAGE_AUTH,
	MESSAGE_AWARENESS,
	MESSAGE_NOTE,
	MESSAGE_QUERY_AWARENESS,
	MESSAGE_SYNC,
	SYNC_STEP_1,
	SYNC_STEP_2,
	SYNC_UPDATE
} from '#collab/protocol.ts';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { Changes } from './changes.ts';
import { EDGES, mutate, nested, scramble } from './mutations.ts';
import { write } from './struct-writer.ts';

/** One whole message of the protocol, and how it was made. */
export type Frame = {
	kind: 'honest' | 'mutant' | 'scrambled' | 'random' | 'other';
	bytes: Uint8Array;
};

/** A sync message around bytes that need not be what it says. */
export function syncFrame(kind: number, bytes: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE_SYNC);
	encoding.writeVarUint(encoder, kind);
	encoding.writeVarUint8Array(encoder, bytes);
	return encoding.toUint8Array(encoder);
}

/** A note as a client says it. */
export function noteFrame(text: string): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE_NOTE);
	encoding.writeVarString(encoder, text);
	return encoding.toUint8Array(encoder);
}

/** Makes frames for one section from a seed: honest, nearly honest, and anything. */
export class FrameMaker {
	readonly #changes: Changes;
	readonly #random: () => number;

	/**
	 * @param doc a document that follows the section; it is only read
	 * @param client the Yjs client that the sender writes as
	 */
	constructor(doc: Y.Doc, random: () => number, client: number) {
		this.#random = random;
		this.#changes = new Changes(doc, random, client);
	}

	/** The next frame; `client` may change when the sender connects anew. */
	next(client: number): Frame {
		const changes = this.#changes;
		changes.client = this.#random() < 0.8 ? client : 1 + changes.integer(2 ** 32 - 1);
		const chance = this.#random();
		const kind = this.#random() < 0.1 ? SYNC_STEP_2 : SYNC_UPDATE;
		if (chance < 0.12) return { kind: 'honest', bytes: syncFrame(kind, write(changes.next())) };
		if (chance < 0.62)
			return { kind: 'mutant', bytes: syncFrame(kind, write(mutate(changes.next(), changes))) };
		if (chance < 0.78) {
			const update = write(changes.next());
			const inside = this.#random() < 0.8;
			const bytes = inside
				? syncFrame(kind, scramble(update, changes))
				: scramble(syncFrame(kind, update), changes);
			return { kind: 'scrambled', bytes };
		}
		if (chance < 0.88) return { kind: 'random', bytes: this.#noise() };
		return { kind: 'other', bytes: this.#other() };
	}

	/** An honest frame of a client. */
	honest(client: number): Uint8Array {
		this.#changes.client = client;
		return syncFrame(SYNC_UPDATE, write(this.#changes.next()));
	}

	/** Numbers and bytes without a plan. */
	#noise(): Uint8Array {
		const changes = this.#changes;
		const encoder = encoding.createEncoder();
		for (let n = changes.integer(24); n > 0; n -= 1) {
			const size = changes.integer(4);
			if (size < 2) encoding.writeVarUint(encoder, changes.integer(12));
			else if (size === 2) encoding.writeVarUint(encoder, changes.pick(EDGES) ?? 0);
			else encoding.writeUint8(encoder, changes.integer(256));
		}
		const bytes = encoding.toUint8Array(encoder);
		return this.#random() < 0.6 ? syncFrame(SYNC_UPDATE, bytes) : bytes;
	}

	/** Everything but an update. */
	#other(): Uint8Array {
		const changes = this.#changes;
		const kinds = [
			() => encodeAwareness([this.#presence()]),
			() => encodeAwareness([this.#presence(), this.#presence(), this.#presence()]),
			() => syncFrame(SYNC_STEP_1, this.#vector()),
			() => syncFrame(3 + changes.integer(200), new Uint8Array(changes.integer(9))),
			() => noteFrame(changes.pick(NOTES) ?? ''),
			() => noteFrame(JSON.stringify(nested(changes.integer(400)))),
			() => Uint8Array.of(MESSAGE_QUERY_AWARENESS),
			() => Uint8Array.of(MESSAGE_AUTH, changes.integer(3)),
			() => Uint8Array.of(4 + changes.integer(90)),
			() => Uint8Array.of(MESSAGE_AWARENESS, changes.integer(256), changes.integer(256)),
			() => new Uint8Array(0)
		];
		return changes.pick(kinds)?.() ?? new Uint8Array(0);
	}

	/** What a client says of itself or of another, true or not. */
	#presence(): AwarenessEntry {
		const changes = this.#changes;
		const clientId = changes.pick([
			changes.client,
			changes.pick(changes.clients()) ?? 0,
			2 ** 53 - 1
		]);
		const clock = changes.pick([0, 1, 2, changes.integer(1000), 2 ** 40, 2 ** 53 - 1]);
		return { clientId: clientId ?? 0, clock: clock ?? 0, state: changes.pick(STATES) ?? 'null' };
	}

	/** What a client says it has. */
	#vector(): Uint8Array {
		const changes = this.#changes;
		const encoder = encoding.createEncoder();
		const n = changes.integer(5);
		encoding.writeVarUint(encoder, changes.pick([n, n, n, 2 ** 31, 2 ** 53 - 1]) ?? 0);
		for (let i = 0; i < n; i += 1) {
			encoding.writeVarUint(encoder, changes.pick([...changes.clients(), ...EDGES]) ?? 0);
			encoding.writeVarUint(encoder, changes.pick([changes.integer(40), ...EDGES]) ?? 0);
		}
		return encoding.toUint8Array(encoder);
	}
}

const STATES = [
	'null',
	'{}',
	'[]',
	'7',
	'{"user":{"id":"demo-admin","name":"Kommundirektören","color":"red"}}',
	'{"cursor":{"anchor":null,"head":null}}',
	'{"cursor":null,"user":null}',
	'{"__proto__":{"cursor":1}}',
	'{"cursor":{"__proto__":{"x":1}}}',
	'{"cursor":',
	`{"cursor":"${'x'.repeat(4096)}"}`,
	''
];

const NOTES = [
	'null',
	'7',
	'[]',
	'{}',
	'{"type":"diverged","seq":1}',
	'{"type":"diverged"}',
	'{"type":"ack","count":99,"seq":99}',
	'{"type":"state","mayEdit":true}',
	'{"__proto__":{"type":"diverged"}}',
	'{"type":{"toString":null}}',
	'{"type":',
	''
];
