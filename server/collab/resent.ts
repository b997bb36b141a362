import type { DeleteSet } from '#collab/gate.ts';
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

	/** Remembers a refused change; one that cannot be read was never taken for honest. */
	remember(personId: string, update: Uint8Array): void {
		const { structs, ds } = Y.decodeUpdate(update);
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
		let decoded: ReturnType<typeof Y.decodeUpdate>;
		try {
			decoded = Y.decodeUpdate(update);
		} catch {
			// The gate says what is wrong with it.
			return false;
		}
		const spent = decoded.structs.some(
			({ id, length }) => id.clock + length > (this.spent.get(id.client) ?? Infinity)
		);
		if (spent) return true;
		// Our own client has thrown its document away; what it deletes now, a person wants now.
		if (!isFirstAnswer || !isStock) return false;
		return (this.deletes.get(personId) ?? []).some((refused) => overlap(refused, decoded.ds));
	}
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
