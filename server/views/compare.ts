import { may } from '#core/access.ts';
import { compareEditions, type EditionComparison } from '#core/compare/edition-comparison.ts';
import { compareFigures, type FigureCounts } from '#core/compare/figures.ts';
import type { EditionModel } from '#core/publication.ts';
import { ok, refuse } from '#core/result.ts';
import { findEdition, getEdition } from '#server/store/editions.ts';
import type { Tx } from '#server/store/store.ts';
import { getWithdrawal } from '#server/store/withdrawals.ts';
import { comparableWith, type EditionRow } from './comparable.ts';
import type { View } from './index.ts';

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

/** An edition at its address; a null number is the newest. */
export type EditionAddress = { slug: string; number: number | null };

export type ComparedEditions = {
	municipality: string;
	/** The edition that was asked for. */
	edition: EditionRef;
	/** What it can be held against, the natural one among them. */
	others: EditionRef[];
	/** The older and the newer of the two; null when there is nothing to compare with. */
	compared: {
		before: EditionRef & { note: string };
		after: EditionRef & { note: string };
		comparison: EditionComparison;
	} | null;
};

/**
 * P3: two editions of one municipality side by side, the older first, whichever was asked for first.
 * Without another one it is the natural one: that of the nearest earlier year, else the edition before.
 * Anyone may read it. Of what was taken back they are told why.
 */
export const editionComparison: View<
	{ edition: EditionAddress; other: EditionAddress | null },
	ComparedEditions
> = async (tx, actor, { edition: asked, other }) => {
	const edition = await findEdition(tx, asked.slug, asked.number);
	if (!edition) return refuse({ code: 'notFound' });
	const { municipalityId } = edition;
	if (!may(actor, 'edition.read', { kind: 'edition', municipalityId }).may)
		return refuse({ code: 'notFound' });
	const gone = await takenBack(tx, edition);
	if (gone) return gone;
	const { natural, all } = await comparableWith(tx, edition);
	const model = JSON.parse(edition.model) as EditionModel;
	const page = {
		municipality: model.municipality,
		edition: refOf(edition),
		others: all.map(refOf)
	};
	const beside =
		other === null
			? natural && (await getEdition(tx, natural.id))
			: await findEdition(tx, other.slug, other.number);
	if (!beside)
		return other === null ? ok({ ...page, compared: null }) : refuse({ code: 'notFound' });
	if (beside.id === edition.id || beside.municipalityId !== municipalityId)
		return refuse({ code: 'notFound' });
	const otherGone = await takenBack(tx, beside);
	if (otherGone) return otherGone;
	const [before, after] = isOlder(beside, edition) ? [beside, edition] : [edition, beside];
	const [was, is] = [before, after].map(
		(one) => (one === edition ? model : JSON.parse(one.model)) as EditionModel
	) as [EditionModel, EditionModel];
	const comparison = kept(`${before.id} ${after.id}`, () => compareEditions(was, is));
	return ok({
		...page,
		compared: {
			before: { ...refOf(before), note: was.note },
			after: { ...refOf(after), note: is.note },
			comparison
		}
	});
};

/** The refusal for an edition that readers are not shown; null for others. */
async function takenBack(tx: Tx, { id }: EditionRow) {
	const gone = await getWithdrawal(tx, id, 'html');
	return gone ? refuse({ code: 'withdrawn', reason: gone.reason, at: gone.withdrawnAt }) : null;
}

const isOlder = (a: EditionRow, b: EditionRow): boolean =>
	a.reportYear - b.reportYear < 0 ||
	(a.reportYear === b.reportYear && (a.publishedAt - b.publishedAt || a.number - b.number) < 0);

/** A page that many open at once is compared once; each holds some hundred kilobytes. */
const MOST_KEPT = 12;
const comparisons = new Map<string, EditionComparison>();

function kept(pair: string, compare: () => EditionComparison): EditionComparison {
	const known = comparisons.get(pair) ?? compare();
	comparisons.delete(pair);
	comparisons.set(pair, known);
	const [oldest] = comparisons.keys();
	if (comparisons.size > MOST_KEPT && oldest !== undefined) comparisons.delete(oldest);
	return known;
}
