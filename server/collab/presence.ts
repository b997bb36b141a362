import { LIMITS } from '#collab/limits.ts';
import { MESSAGE_AWARENESS, type Presence } from '#collab/protocol.ts';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** One awareness state as it stands in a frame. */
export type AwarenessEntry = { clientId: number; clock: number; state: string };

/** The entries of an awareness message's body; throws on anything else. */
export function readAwareness(body: Uint8Array): AwarenessEntry[] {
	const decoder = decoding.createDecoder(body);
	const count = decoding.readVarUint(decoder);
	if (count > LIMITS.awarenessStates) throw new RangeError('too many awareness states');
	const entries: AwarenessEntry[] = [];
	for (let i = 0; i < count; i++)
		entries.push({
			clientId: decoding.readVarUint(decoder),
			clock: decoding.readVarUint(decoder),
			state: decoding.readVarString(decoder)
		});
	return entries;
}

/** A frame with these awareness states. */
export function encodeAwareness(entries: AwarenessEntry[]): Uint8Array {
	const body = encoding.createEncoder();
	encoding.writeVarUint(body, entries.length);
	for (const entry of entries) {
		encoding.writeVarUint(body, entry.clientId);
		encoding.writeVarUint(body, entry.clock);
		encoding.writeVarString(body, entry.state);
	}
	const frame = encoding.createEncoder();
	encoding.writeVarUint(frame, MESSAGE_AWARENESS);
	encoding.writeVarUint8Array(frame, encoding.toUint8Array(body));
	return encoding.toUint8Array(frame);
}

/**
 * W9: the state as everybody gets it: the person as the server knows them, and of the client's own
 * words the cursor alone.
 * @returns null for a state that is none or too large
 */
export function stamp(state: string, user: Presence['user']): string | null {
	if (state.length > LIMITS.awareness) return null;
	let said: unknown;
	try {
		said = JSON.parse(state);
	} catch {
		return null;
	}
	// `null` says that the client leaves.
	if (said === null) return 'null';
	if (typeof said !== 'object') return null;
	const cursor: unknown = Object.hasOwn(said, 'cursor')
		? (said as { cursor: unknown }).cursor
		: undefined;
	return JSON.stringify(cursor === undefined ? { user } : { user, cursor });
}
