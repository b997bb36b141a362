import {
	MESSAGE_AUTH,
	MESSAGE_SYNC,
	SYNC_STEP_1,
	SYNC_STEP_2,
	SYNC_UPDATE
} from '#collab/protocol.ts';
import * as encoding from 'lib0/encoding';

/** The messages of y-protocols that the server sends. */

const sync = (kind: number, bytes: Uint8Array, seq?: number): Uint8Array => {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE_SYNC);
	encoding.writeVarUint(encoder, kind);
	encoding.writeVarUint8Array(encoder, bytes);
	// Behind what y-protocols reads: a stock client passes it over.
	if (seq !== undefined) encoding.writeVarUint(encoder, seq);
	return encoding.toUint8Array(encoder);
};

export const stepOne = (stateVector: Uint8Array): Uint8Array => sync(SYNC_STEP_1, stateVector);

/** @param seq the stored update that the client's text holds with this message */
export const stepTwo = (update: Uint8Array, seq: number): Uint8Array =>
	sync(SYNC_STEP_2, update, seq);

/** @param seq as above; left out where more of the same follows */
export const updateMessage = (update: Uint8Array, seq?: number): Uint8Array =>
	sync(SYNC_UPDATE, update, seq);

/** A refusal in y-protocols' words, for stock clients. */
export function denied(reason: string): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE_AUTH);
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarString(encoder, reason);
	return encoding.toUint8Array(encoder);
}
