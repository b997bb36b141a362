import { ok, refuse, type Result } from '#core/result.ts';
import * as Y from 'yjs';
import { readUpdate } from './gate.ts';
import { isOrdered } from './order.ts';

/** What the twin made of an update. */
export type Gated = {
	/** All that the twin emitted, merged (W7); empty when nothing changed. */
	bytes: Uint8Array | null;
	clientIds: number[];
};

/**
 * W5, second half: a copy of the document that takes every update before the real one does, ahead of
 * it by what is not stored yet. After a refusal that came late (a bad order, a failed commit) it is
 * thrown away and made anew from the real document.
 */
export class Twin {
	private doc: Y.Doc;

	constructor(live: Y.Doc) {
		this.doc = copyOf(live);
	}

	/** Whether the update may be stored, and what is to be stored and sent on. */
	try(
		update: Uint8Array,
		isMine: (clientId: number) => boolean
	): Result<Gated> & { spoilt?: true } {
		const read = readUpdate(update, this.doc, isMine);
		if (!read.ok) return read;
		if (read.value.isEmpty) return ok({ bytes: null, clientIds: [] });
		const before = Y.decodeStateVector(Y.encodeStateVector(this.doc));
		const emitted: Uint8Array[] = [];
		const collect = (bytes: Uint8Array) => emitted.push(bytes);
		this.doc.on('update', collect);
		try {
			Y.applyUpdate(this.doc, read.value.update, 'gate');
		} catch {
			// Yjs changed the twin and threw: it is of no use any more, the update still less.
			return { ...refuse({ code: 'malformed', rule: 'apply' }), spoilt: true };
		} finally {
			this.doc.off('update', collect);
		}
		const broken = this.fault(before, read.value.clientIds, read.value.items);
		if (broken) return { ...refuse({ code: 'malformed', rule: broken }), spoilt: true };
		return ok({
			bytes: emitted.length === 0 ? null : mergeFew(emitted),
			clientIds: read.value.clientIds
		});
	}

	/** The rule that the twin breaks now, or null. */
	private fault(before: Map<number, number>, clientIds: number[], items: Y.Item[]): string | null {
		if (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null)
			return 'pending';
		if (this.doc.share.size !== 1) return 'root';
		for (const client of this.doc.store.clients.keys())
			if (Y.getState(this.doc.store, client) !== (before.get(client) ?? 0))
				if (!clientIds.includes(client)) return 'clientOfAnother';
		return isOrdered(this.doc, items) ? null : 'order';
	}

	destroy(): void {
		this.doc.destroy();
	}
}

const mergeFew = (updates: Uint8Array[]): Uint8Array => {
	const [first, ...rest] = updates;
	return first && rest.length === 0 ? first : Y.mergeUpdates(updates);
};

function copyOf(live: Y.Doc): Y.Doc {
	const doc = new Y.Doc();
	for (const name of live.share.keys()) doc.getXmlFragment(name);
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(live), 'copy');
	return doc;
}
