import { GatedDocument } from '#collab/gated-document.ts';
import { loadDoc } from '#schema/content.ts';
import type { Refusal } from '#core/result.ts';
import * as Y from 'yjs';

/** A section's document behind its gate with a store that takes everything at once, for one process. */
export class StandingGate {
	/** What is stored, in order. */
	readonly log: Uint8Array[];
	readonly #claims = new Map<number, string>();
	#gated: GatedDocument;

	constructor(base: Uint8Array) {
		this.log = [base];
		this.#gated = this.#build();
	}

	get doc(): Y.Doc {
		return this.#gated.doc;
	}

	/** Judges one update; what everybody is sent, or why it was refused. */
	submit(update: Uint8Array, person = 'person'): { sent: Uint8Array[]; refusal: Refusal | null } {
		const judged = this.#gated.judge(update, person);
		if (judged.kind === 'nothing') return { sent: this.#gated.settle(), refusal: null };
		if (judged.kind === 'refused') {
			if (this.#gated.isAhead) this.#gated = this.#build();
			return { sent: [], refusal: judged.refusal };
		}
		this.log.push(judged.bytes, ...(judged.mended ? [judged.mended] : []));
		return { sent: this.#gated.settle(), refusal: null };
	}

	#build(): GatedDocument {
		const size = this.log.reduce((n, update) => n + update.byteLength, 0);
		return new GatedDocument(loadDoc(this.log), this.#claims, size);
	}
}

/** The rule that a refusal names, or its code. */
export const ruleOf = (refusal: Refusal): string =>
	refusal.code === 'malformed' ? refusal.rule : refusal.code;

/** One update as the batch of one room, as the writer is given it. */
export function batchOf(
	sectionId: string,
	epoch: number,
	update: { personId: string; clientId: number; bytes: Uint8Array }
) {
	return {
		sectionId,
		epoch,
		authors: [{ personId: update.personId, sessionHash: null }],
		by: [0],
		lengths: [update.bytes.byteLength],
		bytes: update.bytes,
		claims: [{ clientId: update.clientId, update: 0 }]
	};
}
