import { compareFigures, type FigureCounts } from '#core/compare/figures.ts';
import type { EditionModel } from '#core/publication.ts';
import { findEdition, getEdition } from '#server/store/editions.ts';
import type { Tx } from '#server/store/store.ts';
import { comparableWith, type EditionRow } from './comparable.ts';

/** An edition that something is compared with. */
export type EditionRef = {
	slug: string;
	number: number;
	title: string;
	reportYear: number;
	publishedAt: number;
};

export const refOf = ({
	slug,
	number,
	title,
	reportYear,
	publishedAt
}: EditionRow): EditionRef => ({
	slug,
	number,
	title,
	reportYear,
	publishedAt
});

/** What has become of an edition's figures since the one before it. */
export type ChangesSince = {
	before: EditionRef;
	/** It is held against an earlier edition of the same report: what a correction changed. */
	sameReport: boolean;
	/** Indicators by what has become of them; `added` and `gone` are in one of the editions alone. */
	counts: FigureCounts;
	/** Of the page that tells it all, from the root of the host. */
	address: string;
};

/** Editions never change (P2), so what was counted of two of them stays. By their ids. */
const counted = new Map<string, FigureCounts>();

/**
 * For "Vad har ändrats sedan förra året": held against the newest edition of the nearest earlier year
 * that readers are shown, else against the edition before it; null where there is neither.
 */
export async function changesSince(tx: Tx, model: EditionModel): Promise<ChangesSince | null> {
	const after = await findEdition(tx, model.slug, model.number);
	if (!after) return null;
	const { natural } = await comparableWith(tx, after);
	if (!natural) return null;
	const pair = `${natural.id} ${after.id}`;
	let counts = counted.get(pair);
	if (!counts) {
		const before = await getEdition(tx, natural.id);
		if (!before) throw new Error(`Edition ${natural.id} was listed and is not there`);
		counts = compareFigures(JSON.parse(before.model) as EditionModel, model).counts;
		counted.set(pair, counts);
	}
	const newest = await findEdition(tx, model.slug, null);
	const which = newest?.number === model.number ? '' : `?utgava=${model.number}`;
	return {
		before: refOf(natural),
		sameReport: natural.reportId === after.reportId,
		counts,
		address: `/r/${model.slug}/jamfor${which}`
	};
}
