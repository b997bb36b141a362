import { ok } from '#core/result.ts';
import { listEditions } from '#server/store/editions.ts';
import { listMunicipalities } from '#server/store/organisation.ts';
import type { Tx } from '#server/store/store.ts';
import type { View } from './index.ts';

/** A published edition as a list shows it. */
export type EditionCard = {
	id: string;
	slug: string;
	number: number;
	title: string;
	reportYear: number;
	reportId: string;
	municipality: string;
	publishedAt: number;
	hash: string;
};

/** Every edition, the newest year and the newest number of each first: anyone may know them (P3). */
export async function editionCards(tx: Tx): Promise<EditionCard[]> {
	const names = new Map((await listMunicipalities(tx)).map((m) => [m.id, m.name]));
	return (await listEditions(tx)).map((e) => ({
		id: e.id,
		slug: e.slug,
		number: e.number,
		title: e.title,
		reportYear: e.reportYear,
		reportId: e.reportId,
		municipality: names.get(e.municipalityId) ?? '',
		publishedAt: e.publishedAt,
		hash: e.hash
	}));
}

/** The newest edition of each report. */
export function newestOfEach(cards: EditionCard[]): EditionCard[] {
	const newest = new Map<string, EditionCard>();
	for (const card of cards) {
		const known = newest.get(card.slug);
		if (!known || known.number < card.number) newest.set(card.slug, card);
	}
	return [...newest.values()];
}

/** Every published edition. */
export const editions: View<null, EditionCard[]> = async (tx) => ok(await editionCards(tx));
