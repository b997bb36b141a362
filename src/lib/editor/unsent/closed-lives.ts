import { holdLife } from './life-lock.ts';
import type { LifeKey, UnsentPlace, UnsentStore, UnsentUpdate } from './store.ts';

/** All that a document left behind whose page is gone; nobody else takes it while it is held here. */
export type ClosedLife = {
	place: UnsentPlace;
	updates: Uint8Array[];
	/** When the last of it was typed, in milliseconds since 1970. */
	at: number;
	/** It has been answered: it is forgotten. */
	forget: () => void;
	/** It stays for another time. */
	release: () => void;
};

/**
 * Takes what closed pages of this person left behind. What belongs to a page that is still open is
 * left to it.
 * @param which what is asked for
 * @param taken told of each
 * @param until with it, the closing of such pages is waited for until this is aborted
 * @returns done when all is taken, or waited for
 */
export async function takeClosedLives(
	from: Promise<UnsentStore>,
	personId: string,
	which: (place: UnsentPlace) => boolean,
	taken: (life: ClosedLife) => void,
	until?: AbortSignal
): Promise<void> {
	const store = await from;
	const found = (await store.ofPerson(personId)).filter(which);
	const lives = new Map(found.map((row) => [`${row.sectionId} ${row.life}`, row]));
	const all = [...lives.values()].map(async (key) => {
		const release = await holdLife(key, until);
		if (release === null) return;
		// Read anew: who held it may have sent some of it, or all.
		const rows = (await store.ofPerson(personId)).filter(
			({ sectionId, life }) => sectionId === key.sectionId && life === key.life
		);
		const life = lifeOf(store, rows, release);
		if (life === null) release();
		else taken(life);
	});
	if (until === undefined) await Promise.all(all);
}

function lifeOf(store: UnsentStore, rows: UnsentUpdate[], release: () => void): ClosedLife | null {
	const last = rows.at(-1);
	if (last === undefined) return null;
	const key: LifeKey = last;
	return {
		place: last,
		updates: rows.map((row) => row.update),
		at: last.at,
		forget: () => void store.drop(key, last.n).finally(release),
		release
	};
}
