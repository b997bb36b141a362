import type { ValuesTable } from '#core/values-table.ts';

/** A file that was read, as it waits for a person's decision. */
export type KeptTable = {
	id: string;
	/** As the person called it. */
	fileName: string;
	/** When it was read, in milliseconds since 1970. */
	at: number;
	table: ValuesTable;
};

export const KEPT_LIMITS = {
	/** How long a file waits, in milliseconds. */
	ms: 30 * 60 * 1000,
	/** Values of all persons' files together: about 300 bytes each. */
	values: 100_000
};

/**
 * What was read and not imported yet: in memory, one file a person, for half an hour. A restart
 * forgets it, and nothing was stored.
 */
export class KeptTables {
	private readonly clock: () => number;
	/** By person, the oldest first. */
	private readonly kept = new Map<string, KeptTable>();

	constructor(clock: () => number) {
		this.clock = clock;
	}

	put(personId: string, table: KeptTable): void {
		this.kept.delete(personId);
		this.kept.set(personId, table);
		let values = 0;
		for (const one of this.kept.values()) values += one.table.values.length;
		for (const [owner, one] of this.kept) {
			if (values <= KEPT_LIMITS.values || owner === personId) break;
			this.kept.delete(owner);
			values -= one.table.values.length;
		}
	}

	/** The person's file with this id; null when it is no longer here. */
	get(personId: string, id: string): KeptTable | null {
		for (const [owner, one] of this.kept)
			if (one.at + KEPT_LIMITS.ms <= this.clock()) this.kept.delete(owner);
		const kept = this.kept.get(personId);
		return kept?.id === id ? kept : null;
	}

	drop(personId: string): void {
		this.kept.delete(personId);
	}
}
