import { getPerson } from '#server/store/people.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { writersSinceApproval } from '#server/store/writers.ts';
import { wordsByAuthor } from './authors.ts';

/** Somebody who wrote since the section was last approved (A7). */
export type Writer = {
	id: string;
	name: string;
	/** Words of the text as it stands that are theirs, of whatever age; null for who may not see whose they are. */
	words: number | null;
};

/** Who wrote in the section since it was last approved, those with the most words first, then by name. */
export async function wroteSince(
	tx: Tx,
	section: Section,
	seesAuthors: boolean
): Promise<Writer[]> {
	const words = seesAuthors ? await wordsByAuthor(tx, section) : null;
	const wrote: Writer[] = [];
	for (const id of await writersSinceApproval(tx, section)) {
		const name = (await getPerson(tx, id))?.name;
		if (name !== undefined) wrote.push({ id, name, words: words && (words.get(id) ?? 0) });
	}
	return wrote.sort(
		(a, b) => (b.words ?? 0) - (a.words ?? 0) || a.name.localeCompare(b.name, 'sv')
	);
}
