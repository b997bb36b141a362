import {
	MESSAGE_AUTH,
	MESSAGE_SYNC,
	SYNC_STEP_1,
	SYNC_STEP_2,
	SYNC_UPDATE
} from '#collab/protocol.ts';
import * as encoding from 'lib0/encoding';

/** The messages of y-protocols that the server sends. */

const sync = (kind: number, bytes: Uint8Array): Uint8Array => {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE_SYNC);
	encoding.writeVarUint(encoder, kind);
	encoding.writeVarUint8Array(encoder, bytes);
	return encoding.toUint8Array(encoder);
};

export const stepOne = (stateVector: Uint8Array): Uint8Array => sync(SYNC_STEP_1, stateVector);
export const stepTwo = (update: Uint8Array): Uint8Array => sync(SYNC_STEP_2, update);
export const updateMessage = (update: Uint8Array): Uint8Array => sync(SYNC_UPDATE, update);

/** A refusal in y-protocols' words, for stock clients. */
export function denied(reason: string): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE_AUTH);
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarString(encoder, reason);
	return encoding.toUint8Array(encoder);
}
