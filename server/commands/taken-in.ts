import type { Form } from '#core/forms.ts';
import type { EditionModel, FixedContent, TakenIn } from '#core/publication.ts';
import type { Hinder } from '#core/result.ts';
import { inRollUpOrder, shownOf, takenInOf, type RollUpShows } from '#core/taken-in.ts';
import { sha256Hex } from '#schema/content.ts';
import { findEdition, getEdition, type Edition } from '#server/store/editions.ts';
import { listSources } from '#server/store/report-sources.ts';
import type { Tx } from '#server/store/store.ts';
import { listWithdrawals } from '#server/store/withdrawals.ts';

/**
 * The forms in which what is taken in stands as it is: the page, and the edition's data. When one of them
 * was withdrawn, the edition counts as withdrawn here; a PDF or a Word file may be withdrawn for what it
 * alone makes of the same words.
 */
const TAKEN_FROM: readonly Form[] = ['html', 'json', 'figures', 'measures'];

/** When the edition was withdrawn, and why; null when it stands. */
export async function withdrawnSince(
	tx: Tx,
	editionId: string
): Promise<{ reason: string; at: number } | null> {
	const gone = (await listWithdrawals(tx, editionId)).find(({ form }) =>
		TAKEN_FROM.some((one) => one === form)
	);
	return gone ? { reason: gone.reason, at: gone.withdrawnAt } : null;
}

/**
 * All that can be taken in of an edition.
 * @throws Error when the kept model is not what its hash says
 */
export function editionTakenIn({ slug, number, model, hash }: Edition): TakenIn {
	if (sha256Hex(model) !== hash)
		throw new Error(`The model of edition ${number} of ${slug} is not what was published`);
	return takenInOf(JSON.parse(model) as EditionModel, hash);
}

/** What the report takes in now, as far as it is shown; what was withdrawn since is not (P2). */
export async function takenInNow(
	tx: Tx,
	reportId: string,
	shows: ReadonlySet<RollUpShows>
): Promise<TakenIn[]> {
	const taken: TakenIn[] = [];
	if (shows.size === 0) return taken;
	for (const { editionId } of await listSources(tx, reportId)) {
		const edition = await getEdition(tx, editionId);
		if (!edition || (await withdrawnSince(tx, editionId))) continue;
		taken.push(shownOf(editionTakenIn(edition), shows));
	}
	return inRollUpOrder(taken);
}

/** P2: what was withdrawn after it was fixed here is not published anew; each hinders. */
export async function withdrawnHinders(
	tx: Tx,
	at: { sectionId: string; key: string; title: string },
	{ takenIn = [] }: Pick<FixedContent, 'takenIn'>
): Promise<Hinder[]> {
	const hinders: Hinder[] = [];
	for (const { slug, number, authority, title } of takenIn) {
		const edition = await findEdition(tx, slug, number);
		if (edition && (await withdrawnSince(tx, edition.id)))
			hinders.push({ what: 'sourceWithdrawn', ...at, source: { authority, title, number } });
	}
	return hinders;
}
