import type { SaveState } from './save-state.ts';

export type SaveKind = 'saved' | 'saving' | 'waiting' | 'offline' | 'connecting' | 'closed';

/** From this many on, or without a connection, the number of unsaved changes is told (D3). */
const MANY = 20;

/** What is to be said of a save state. */
export function saveKind({ status, unsaved }: SaveState): SaveKind {
	switch (status) {
		case 'connected':
			return unsaved === 0 ? 'saved' : unsaved < MANY ? 'saving' : 'waiting';
		case 'connecting':
			return unsaved === 0 ? 'connecting' : 'waiting';
		case 'offline':
			return 'offline';
		case 'closed':
			return 'closed';
	}
}

/** One state for many sections: the worst counts, and their unsaved changes together. */
export function together(states: SaveState[]): SaveState | null {
	const [first, ...others] = states;
	if (first === undefined) return null;
	const RANK = { closed: 3, offline: 2, connected: 1, connecting: 0 } as const;
	return others.reduce<SaveState>(
		(sum, state) => ({
			status: RANK[state.status] > RANK[sum.status] ? state.status : sum.status,
			unsaved: sum.unsaved + state.unsaved,
			savedAt: latest(sum.savedAt, state.savedAt),
			offlineSince: earliest(sum.offlineSince, state.offlineSince),
			onlyHere: sum.onlyHere || state.onlyHere
		}),
		first
	);
}

const latest = (a: number | null, b: number | null): number | null =>
	a === null ? b : b === null ? a : Math.max(a, b);
const earliest = (a: number | null, b: number | null): number | null =>
	a === null ? b : b === null ? a : Math.min(a, b);
