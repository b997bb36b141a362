import { may } from '#core/access.ts';
import type { MissingSection } from '#core/preview.ts';
import { ok, type Hinder } from '#core/result.ts';
import { councilMembers, preparePreview } from '#server/commands/prepare-preview.ts';
import { getPerson, loadActor } from '#server/store/people.ts';
import {
	listPreviews,
	previewThing,
	readersOfPreview,
	type Preview
} from '#server/store/previews.ts';
import type { Tx } from '#server/store/store.ts';
import type { View } from './index.ts';
import { frozenModel } from './preview.ts';
import { seenReport } from './seen.ts';

export type ReleasedPreview = {
	id: string;
	releasedAt: number;
	releasedBy: string;
	message: string;
	hash: string;
	sections: number;
	missing: number;
	/** `reads`: their account and role still stand. */
	readers: { name: string; reads: boolean }[];
	withdrawn: { by: string; at: number } | null;
};

export type PreviewsPage = {
	report: { id: string; title: string };
	/** What would be released now. */
	next: {
		hash: string;
		sections: number;
		missing: MissingSection[];
		hinders: Hinder[];
	};
	/** Whom it can be released to. */
	members: { id: string; name: string }[];
	/** The newest first; those that were taken back too. */
	released: ReleasedPreview[];
};

/** Where previews of a report are released and taken back. */
export const previews: View<{ reportId: string }, PreviewsPage> = async (tx, actor, params) => {
	const found = await seenReport(tx, actor, 'report.preview', params.reportId);
	if (!found.ok) return found;
	const { report } = found.value;
	const { model, hash, hinders } = await preparePreview(tx, report);
	const members = await councilMembers(tx, report.municipalityId);
	const released: ReleasedPreview[] = [];
	for (const row of await listPreviews(tx, report.id))
		released.push(await releasedPreview(tx, row));
	return ok({
		report: { id: report.id, title: report.title },
		next: { hash, sections: model.sections.length, missing: model.missing, hinders },
		members: members.map(({ personId: id, name }) => ({ id, name })),
		released
	});
};

async function releasedPreview(tx: Tx, row: Preview): Promise<ReleasedPreview> {
	const nameOf = async (id: string) => (await getPerson(tx, id))?.name ?? '';
	const thing = { ...(await previewThing(tx, row)), isWithdrawn: false };
	const { sections, missing } = frozenModel(row);
	const readers: ReleasedPreview['readers'] = [];
	for (const id of await readersOfPreview(tx, row.id)) {
		const person = await loadActor(tx, id);
		const reads = person !== null && may(person, 'preview.read', thing).may;
		readers.push({ name: await nameOf(id), reads });
	}
	return {
		id: row.id,
		releasedAt: row.releasedAt,
		releasedBy: await nameOf(row.releasedBy),
		message: row.message,
		hash: row.hash,
		sections: sections.length,
		missing: missing.length,
		readers: readers.sort((a, b) => a.name.localeCompare(b.name, 'sv')),
		withdrawn:
			row.withdrawnAt === null
				? null
				: { by: row.withdrawnBy === null ? '' : await nameOf(row.withdrawnBy), at: row.withdrawnAt }
	};
}
