import type { DeleteSet } from '#collab/gate-deletes.ts';
import * as Y from 'yjs';

/**
 * The zombie write: a Yjs client whose change was refused sends it again whenever it reconnects, and
 * after the section has been opened again the gate would find nothing wrong with it. So what was once
 * refused and kept as a late contribution does not come in by itself: its client ids are spent from
 * that clock on, and its deletions do not come back with a stock client's first answer.
 */
export class Resent {
	/** For each Yjs client id: the clock from which on nothing of it goes in. */
	private readonly spent = new Map<number, number>();
	/** For each person: what their refused changes would have deleted. */
	private readonly deletes = new Map<string, DeleteSet[]>();

	/** Remembers a refused change; one that cannot be read does not come in anyway. */
	remember(personId: string, update: Uint8Array): void {
		const decoded = decodedOrNull(update);
		if (!decoded) return;
		const { structs, ds } = decoded;
		for (const { id } of structs)
			this.spent.set(id.client, Math.min(this.spent.get(id.client) ?? Infinity, id.clock));
		if (ds.clients.size > 0)
			this.deletes.set(personId, [...(this.deletes.get(personId) ?? []), ds]);
	}

	/** Whether the update brings back what was refused. */
	has(
		personId: string,
		update: Uint8Array,
		{ isFirstAnswer, isStock }: { isFirstAnswer: boolean; isStock: boolean }
	): boolean {
		if (this.spent.size === 0 && this.deletes.size === 0) return false;
		const decoded = decodedOrNull(update);
		// The gate says what is wrong with it.
		if (!decoded) return false;
		const spent = decoded.structs.some(
			({ id, length }) => id.clock + length > (this.spent.get(id.client) ?? Infinity)
		);
		if (spent) return true;
		// Our own client has thrown its document away; what it deletes now, a person wants now.
		if (!isFirstAnswer || !isStock) return false;
		return (this.deletes.get(personId) ?? []).some((refused) => overlap(refused, decoded.ds));
	}
}

/** What an update holds. */
export type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** What an update holds; null when it is none. */
export function decodedOrNull(update: Uint8Array): Decoded | null {
	try {
		return Y.decodeUpdate(update);
	} catch {
		// Yjs throws plain errors at what it cannot read.
		return null;
	}
}

/** Whether two updates hold a common letter. */
export function shareLetters(a: Decoded, b: Decoded): boolean {
	const letters = ({ structs }: Decoded) => structs.filter((s) => !(s instanceof Y.Skip));
	const ofClient = Map.groupBy(letters(a), ({ id }) => id.client);
	return letters(b).some(({ id, length }) =>
		ofClient
			.get(id.client)
			?.some((own) => own.id.clock < id.clock + length && id.clock < own.id.clock + own.length)
	);
}

/** Whether two delete sets name a common item. */
function overlap(a: DeleteSet, b: DeleteSet): boolean {
	for (const [client, ranges] of a.clients) {
		const others = b.clients.get(client) ?? [];
		for (const { clock, len } of ranges)
			if (others.some((o) => o.clock < clock + len && clock < o.clock + o.len)) return true;
	}
	return false;
}
