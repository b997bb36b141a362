import type { EditionModel } from '#core/publication.ts';
import { ok, refuse } from '#core/result.ts';
import { getEdition } from '#server/store/editions.ts';
import { getWithdrawal } from '#server/store/withdrawals.ts';
import { editionCards, type EditionCard } from './editions.ts';
import type { View } from './index.ts';

/** A published edition as the API tells of it: nothing of the report that it was made from. */
export type ApiEdition = Omit<EditionCard, 'reportId'>;

/** Every edition: anyone may know them (P3). */
export const apiEditions: View<null, ApiEdition[]> = async (tx) =>
	ok((await editionCards(tx)).map(({ reportId: _, ...edition }) => edition));

/** One edition with the whole model that all its forms are made from (P4). */
export const apiEdition: View<{ editionId: string }, ApiEdition & { model: EditionModel }> = async (
	tx,
	_actor,
	params
) => {
	const row = await getEdition(tx, params.editionId);
	if (!row) return refuse({ code: 'notFound' });
	// What holds the whole model is the same form, by whichever address it is asked for.
	const back = await getWithdrawal(tx, row.id, 'json');
	if (back) return refuse({ code: 'withdrawn', reason: back.reason, at: back.withdrawnAt });
	const model = JSON.parse(row.model) as EditionModel;
	const { id, slug, number, title, reportYear, publishedAt, hash } = row;
	const { municipality } = model;
	return ok({ id, slug, number, title, reportYear, municipality, publishedAt, hash, model });
};
