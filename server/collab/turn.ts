import type { Refusal } from '#core/result.ts';
import type { Taken } from '#collab/gated-document.ts';
import { LIMITS } from '#collab/limits.ts';
import type { Row } from './batch.ts';
import type { Connection } from './connection.ts';
import type { Lateness } from './late.ts';
import type { SectionText } from './section-text.ts';

/** An update on its way: who sent it, and which number it has on their socket. */
export type Pending = {
	connection: Connection;
	update: Uint8Array;
	count: number;
	/** It came as a sync step 2, with which a client brings back all that the server lacks. */
	isFirstAnswer: boolean;
};

/** `taken` null: it changes nothing, and is answered when what came before it is stored. */
export type Passed = { pending: Pending; taken: Taken | null };

type Gatekeeper = {
	text: SectionText;
	late: Lateness;
	/** The refusal that is certain without asking the writer. */
	refusalOf: (connection: Connection) => Refusal | null;
};

/** What the gate says of the updates at the head of a room's queue: as many as one turn may take. */
export class Turn {
	readonly taken: Pending[] = [];
	readonly passed: Passed[] = [];
	readonly refused: { pending: Pending; refusal: Refusal }[] = [];
	/** The document took harm and must be built anew, after what passed is stored. */
	isSpoilt = false;
	private readonly keeper: Gatekeeper;

	/** @param queue what is taken from it is judged; the rest stays */
	constructor(queue: Pending[], keeper: Gatekeeper) {
		this.keeper = keeper;
		const end = performance.now() + LIMITS.turn;
		let n = 0;
		while (n < queue.length && n < LIMITS.batch && !this.isSpoilt) {
			const pending = queue[n];
			if (!pending) break;
			n += 1;
			this.taken.push(pending);
			this.judge(pending);
			if (n % 16 === 0 && performance.now() > end) break;
		}
		queue.splice(0, n);
	}

	private judge(pending: Pending): void {
		const { connection, update } = pending;
		const { text, late, refusalOf } = this.keeper;
		const personId = connection.who.user.id;
		if (connection.tainted) return this.refuse(pending, connection.tainted);
		if (text.holds(update)) {
			this.passed.push({ pending, taken: null });
			return;
		}
		// From here on a document is needed.
		const { gate } = text;
		const certain = refusalOf(connection) ?? late.refusalOf(pending);
		if (certain) {
			// Looked at all the same: an answer without anything new is honest, and a bomb is not kept.
			const looked = gate.look(update, personId);
			if (looked !== 'nothing') return this.refuse(pending, looked ?? certain);
			this.passed.push({ pending, taken: null });
			return;
		}
		const judged = gate.judge(update, personId, connection.rows);
		if (judged.kind === 'taken') this.passed.push({ pending, taken: judged });
		else if (judged.kind === 'nothing') this.passed.push({ pending, taken: null });
		else {
			this.isSpoilt = judged.spoilt;
			this.refuse(pending, judged.refusal);
		}
	}

	private refuse(pending: Pending, refusal: Refusal): void {
		// What else this client sends builds on what was refused.
		pending.connection.tainted = refusal;
		this.refused.push({ pending, refusal });
	}
}

/** The rows of an update: none when it changes nothing, a second one for what the server mended. */
export function rowsOf({ pending, taken }: Passed, serverClient: number): Row[] {
	if (!taken) return [];
	const { who, rows } = pending.connection;
	const row = { who, rows, bytes: taken.bytes, claims: taken.claims };
	if (!taken.mended) return [row];
	return [row, { who: null, rows: null, bytes: taken.mended, claims: [serverClient] }];
}

/** How many of the passed updates are stored whole, when `rows` of their rows are. */
export function countWhole(passed: readonly Passed[], rows: number): number {
	let left = rows;
	let whole = 0;
	for (const { taken } of passed) {
		left -= taken === null ? 0 : taken.mended ? 2 : 1;
		if (left < 0) break;
		whole += 1;
	}
	return whole;
}
