import { lockOn } from '#core/lock.ts';
import type { Refusal } from '#core/result.ts';
import { readUpdate } from '#collab/gate.ts';
import { LIMITS } from '#collab/limits.ts';
import { Twin } from '#collab/twin.ts';
import { lockFacts, type Section } from '#server/store/sections.ts';
import type * as Y from 'yjs';
import type { Connection } from './connection.ts';

/** What the gate says of one update. */
export type Judged =
	| { kind: 'passed'; bytes: Uint8Array; clientIds: number[] }
	/** It changes nothing: the honest answer of a client that has nothing to say. */
	| { kind: 'nothing' }
	| { kind: 'refused'; refusal: Refusal; /** The twin was thrown away. */ spoilt: boolean };

/** A section's gate: its twin, who owns which client id, how large the document is. */
export class RoomGate {
	private readonly live: Y.Doc;
	private readonly claims: Map<number, string>;
	private twin: Twin | null = null;
	/** Bytes of the document, roughly: what it was at opening and what has come since. */
	private size: number;

	constructor(live: Y.Doc, claims: Map<number, string>, size: number) {
		this.live = live;
		this.claims = claims;
		this.size = size;
	}

	judge(section: Section, connection: Connection, update: Uint8Array): Judged {
		const { tainted } = connection;
		if (tainted) return { kind: 'refused', refusal: tainted, spoilt: false };
		const certain = certainRefusal(section, connection);
		if (certain)
			return this.isNothingNew(update)
				? { kind: 'nothing' }
				: { kind: 'refused', refusal: certain, spoilt: false };
		if (this.size + update.byteLength > LIMITS.document)
			return { kind: 'refused', refusal: { code: 'tooLarge', limit: 'document' }, spoilt: false };
		this.twin ??= new Twin(this.live);
		const tried = this.twin.try(update, (id) => this.isFor(id, connection.user.id));
		if (tried.ok) {
			const { bytes, clientIds } = tried.value;
			return bytes ? { kind: 'passed', bytes, clientIds } : { kind: 'nothing' };
		}
		const spoilt = 'spoilt' in tried;
		if (spoilt) this.forget();
		return { kind: 'refused', refusal: tried.refusal, spoilt };
	}

	/** Whether a Yjs client id is free or this person's. */
	isFor(clientId: number, personId: string): boolean {
		const owner = this.claims.get(clientId);
		return owner === undefined || owner === personId;
	}

	/** The document took the update: its client ids are the person's from now on. */
	took(clientIds: number[], personId: string, bytes: number): void {
		for (const clientId of clientIds) this.claims.set(clientId, personId);
		this.size += bytes;
	}

	/** The twin holds what was not stored: it is made anew from the document when it is needed. */
	forget(): void {
		this.twin?.destroy();
		this.twin = null;
	}

	private isNothingNew(update: Uint8Array): boolean {
		const read = readUpdate(update, this.live, () => true);
		return read.ok && read.value.isEmpty;
	}
}

/** The refusal that is certain without asking the writer. */
function certainRefusal(section: Section, connection: Connection): Refusal | null {
	const lock = lockOn(lockFacts(section));
	if (lock) return { code: 'locked', lock };
	return connection.mayEdit ? null : { code: 'forbidden', why: 'notYourSection' };
}
