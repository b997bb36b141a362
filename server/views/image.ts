import { may } from '#core/access.ts';
import type { EditionModel } from '#core/publication.ts';
import { ok, refuse } from '#core/result.ts';
import { getEdition, getImage, listEditions, type Image } from '#server/store/editions.ts';
import { getReport, reportThing } from '#server/store/reports.ts';
import type { Tx } from '#server/store/store.ts';
import { getWithdrawal } from '#server/store/withdrawals.ts';
import type { View } from './index.ts';

export type ImageFile = {
	type: Image['type'];
	bytes: Uint8Array;
	sha256: string;
	/** Shown in a published edition: anyone may have it. */
	published: boolean;
};

/** A picture of a report that the person may read, or of an edition, which anyone may. */
export const image: View<{ imageId: string }, ImageFile> = async (tx, actor, params) => {
	const found = await getImage(tx, params.imageId);
	if (!found) return refuse({ code: 'notFound' });
	const file = { type: found.type, bytes: found.bytes, sha256: found.sha256 };
	if (await isPublished(tx, found)) return ok({ ...file, published: true });
	const report = await getReport(tx, found.reportId);
	const reads = report !== undefined && may(actor, 'report.read', reportThing(report)).may;
	return reads ? ok({ ...file, published: false }) : refuse({ code: 'notFound' });
};

/** By edition: the pictures that it shows. An edition never changes (P2), so they are read once. */
const shownIn = new Map<string, Set<string>>();

async function isPublished(tx: Tx, found: Image): Promise<boolean> {
	for (const { id, reportId } of await listEditions(tx)) {
		if (reportId !== found.reportId) continue;
		// What was taken back is published no more: its pictures are those of the report again.
		if (await getWithdrawal(tx, id, 'html')) continue;
		const shown = shownIn.get(id) ?? (await imagesOf(tx, id));
		shownIn.set(id, shown);
		if (shown.has(found.id)) return true;
	}
	return false;
}

async function imagesOf(tx: Tx, editionId: string): Promise<Set<string>> {
	const edition = await getEdition(tx, editionId);
	const model = edition ? (JSON.parse(edition.model) as EditionModel) : null;
	return new Set(Object.keys(model?.images ?? {}));
}
