import { createHash } from 'node:crypto';

/** Word takes 40 letters, digits and underscores, and a letter first. */
const LONGEST = 40;

/**
 * The bookmark of an id: an import that knows an id finds its place again by it. A block of the
 * indicator `N11811` is `ind_N11811`; what Word could not hold is shortened by a hash.
 */
export function bookmarkName(id: string): string {
	const plain = id.replace(/^nyckeltal-/, 'ind_').replace(/[^A-Za-z0-9_]/g, '_');
	const name = /^[A-Za-z]/.test(plain) ? plain : `b_${plain}`;
	if (name.length <= LONGEST) return name;
	const hash = createHash('sha256').update(id).digest('hex').slice(0, 8);
	return `${name.slice(0, LONGEST - 9)}_${hash}`;
}

/** The bookmarks of one document. */
export type Bookmarks = {
	/** By id, as links name it. */
	names: Map<string, string>;
	/** Those that begin at the next paragraph. */
	waiting: string[];
	/** Those that a paragraph has taken; their number is their id in the file. */
	placed: Set<string>;
};

/** Names for ids; two ids that would share a name get one each. */
export function bookmarksFor(ids: string[]): Bookmarks {
	const names = new Map<string, string>();
	const taken = new Set<string>();
	for (const id of ids) {
		if (names.has(id)) continue;
		// Word knows no difference between small and capital letters here.
		let name = bookmarkName(id);
		for (let n = 2; taken.has(name.toLowerCase()); n += 1)
			name = `${bookmarkName(id).slice(0, LONGEST - 1 - String(n).length)}_${n}`;
		taken.add(name.toLowerCase());
		names.set(id, name);
	}
	return { names, waiting: [], placed: new Set() };
}

/** The id's bookmark begins at the next paragraph, whatever that is. */
export function placeBookmark({ names, waiting, placed }: Bookmarks, id: string | null): void {
	const name = id === null ? undefined : names.get(id);
	if (name !== undefined && !placed.has(name) && !waiting.includes(name)) waiting.push(name);
}
