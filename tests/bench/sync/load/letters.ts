import * as Y from 'yjs';

/**
 * The common keystroke as Yjs writes it, by hand, and back: one letter behind the writer's last one.
 * A whole Yjs document for each client would make the load process the bottleneck. The bytes are what
 * a real document emits; `Member.begin` compares them.
 */

const CONTENT_STRING = 4;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_SUB = 0x20;
const GC = 0;
const SKIP = 10;

const scratch = new Uint8Array(64);

function writeVarUint(at: number, value: number): number {
	let left = value;
	let next = at;
	while (left > 127) {
		scratch[next] = 0x80 | (left % 128);
		left = Math.floor(left / 128);
		next += 1;
	}
	scratch[next] = left;
	return next + 1;
}

/** The update that puts one ASCII `letter` behind the client's own last one. */
export function letterUpdate(client: number, clock: number, letter: number): Uint8Array {
	let at = writeVarUint(0, 1);
	at = writeVarUint(at, 1);
	at = writeVarUint(at, client);
	at = writeVarUint(at, clock);
	scratch[at] = HAS_ORIGIN | CONTENT_STRING;
	at = writeVarUint(at + 1, client);
	at = writeVarUint(at, clock - 1);
	at = writeVarUint(at, 1);
	at = writeVarUint(at, letter);
	at = writeVarUint(at, 0);
	return scratch.slice(0, at);
}

let bytes: Uint8Array = scratch;
let pos = 0;

/** Reads a varint from `bytes` at `pos`, which it moves. */
function varUint(): number {
	let byte = bytes[pos++] ?? 0;
	if (byte < 128) return byte;
	let value = byte & 127;
	let scale = 128;
	do {
		byte = bytes[pos++] ?? 0;
		value += (byte & 127) * scale;
		scale *= 128;
	} while (byte >= 128);
	return value;
}

/** Told of a client's stretch of clocks, `end` exclusive. */
export type OnStretch = (client: number, from: number, end: number) => void;

/**
 * Tells whose clocks an update moves. Letters are read by hand; an update with anything else in it is
 * left to Yjs.
 */
export function readStretches(update: Uint8Array, tell: OnStretch): void {
	bytes = update;
	pos = 0;
	const clients = varUint();
	const found: number[] = [];
	for (let c = 0; c < clients; c += 1) {
		const structs = varUint();
		const client = varUint();
		const from = varUint();
		let clock = from;
		for (let s = 0; s < structs; s += 1) {
			const length = letters();
			if (length < 0) return readByYjs(update, tell);
			clock += length;
		}
		found.push(client, from, clock);
	}
	for (let i = 0; i < found.length; i += 3)
		tell(found[i] ?? 0, found[i + 1] ?? 0, found[i + 2] ?? 0);
}

/** How many clocks the struct at `pos` spans; -1 when it is nothing that a keystroke writes. */
function letters(): number {
	const info = bytes[pos++] ?? 0;
	const kind = info & 31;
	if (kind === GC || kind === SKIP) return kind === GC ? varUint() : -1;
	if (kind !== CONTENT_STRING) return -1;
	if (info & HAS_ORIGIN) {
		varUint();
		varUint();
	}
	if (info & HAS_RIGHT_ORIGIN) {
		varUint();
		varUint();
	}
	if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
		if (info & HAS_PARENT_SUB || varUint() === 1) return -1;
		varUint();
		varUint();
	}
	const length = varUint();
	pos += length;
	return length;
}

function readByYjs(update: Uint8Array, tell: OnStretch): void {
	for (const { id, length } of Y.decodeUpdate(update).structs)
		tell(id.client, id.clock, id.clock + length);
}
