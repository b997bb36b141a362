import type { AwarenessEntry } from './presence.ts';

/** Who is in a section: the newest awareness state of each Yjs client; never stored (W9). */
export class RoomPresence {
	private readonly states = new Map<number, AwarenessEntry>();

	/** Every state, for somebody who comes. */
	all(): AwarenessEntry[] {
		return [...this.states.values()];
	}

	/** True for a client that says it is here; one that only follows the text says nothing. */
	has(clientId: number): boolean {
		return this.states.has(clientId);
	}

	set(entry: AwarenessEntry): void {
		if (entry.state === 'null') this.states.delete(entry.clientId);
		else this.states.set(entry.clientId, entry);
	}

	/** Takes a client out; what to tell the others, or null when it was not there. */
	remove(clientId: number): AwarenessEntry | null {
		const entry = this.states.get(clientId);
		this.states.delete(clientId);
		return entry ? { ...entry, clock: entry.clock + 1, state: 'null' } : null;
	}
}
