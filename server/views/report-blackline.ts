import { reportBlackline as compare, type ReportBlackline } from '#core/blackline/report.ts';
import type { ComparedText } from '#core/compare/sections.ts';
import type { EditionModel } from '#core/publication.ts';
import { ok, refuse } from '#core/result.ts';
import { getEdition } from '#server/store/editions.ts';
import type { Report } from '#server/store/reports.ts';
import type { Tx } from '#server/store/store.ts';
import { imagesIn } from './desk-text.ts';
import type { View } from './index.ts';
import { seenReport, seenSections, type SeenSection } from './seen.ts';
import { editionChoices, type VersionChoice } from './version-choices.ts';
import { versionOf } from './versions.ts';

export type ReportBlacklinePage = {
	report: { id: string; title: string };
	/** The text as it stands, and editions. */
	choices: VersionChoice[];
	/** Null when there is no edition to hold it against. */
	compared: {
		from: { choice: VersionChoice; images: string };
		to: { choice: VersionChoice; images: string };
		blackline: ReportBlackline;
		/** By key, the sections that the report has now: what differs in them alone is a page of its own. */
		sectionIds: Record<string, string>;
	} | null;
};

type Side = { text: ComparedText; images: string };

/**
 * R5: a report as it stands, or an edition of it, against an edition of it or of an earlier year, for who
 * may read the report; of it only the sections that the person may read (A8).
 * @param from `edition-{id}` or `now`; null for the newest edition, else last year's
 */
export const reportBlackline: View<
	{ reportId: string; from: string | null; to: string | null },
	ReportBlacklinePage
> = async (tx, actor, { reportId, from, to }) => {
	const found = await seenReport(tx, actor, 'report.read', reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const seen = await seenSections(tx, person, report.id);
	const changedAt = seen.map(({ section }) => section.editedAt ?? section.stateAt);
	const choices: VersionChoice[] = [
		{ ref: 'now', at: Math.max(0, ...changedAt), kind: 'now' },
		...(await editionChoices(tx, report.id, null))
	];
	const page = { report: { id: report.id, title: report.title }, choices };
	const fromRef = from ?? choices.find(({ kind }) => kind === 'edition')?.ref ?? null;
	const after = choices.find(({ ref }) => ref === (to ?? 'now'));
	if (!after) return refuse({ code: 'notFound' });
	if (fromRef === null) return ok({ ...page, compared: null });
	const before = choices.find(({ ref }) => ref === fromRef);
	if (!before) return refuse({ code: 'notFound' });
	const old = await sideOf(tx, before, report, seen);
	const now = after === before ? old : await sideOf(tx, after, report, seen);
	return ok({
		...page,
		compared: {
			from: { choice: before, images: old.images },
			to: { choice: after, images: now.images },
			blackline: compare(old.text, now.text),
			sectionIds: Object.fromEntries(seen.map(({ section }) => [section.key, section.id]))
		}
	});
};

async function sideOf(
	tx: Tx,
	choice: VersionChoice,
	report: Report,
	seen: SeenSection[]
): Promise<Side> {
	if (choice.kind !== 'edition') return nowOf(tx, seen);
	const edition = await getEdition(tx, choice.ref.slice('edition-'.length));
	if (edition?.municipalityId !== report.municipalityId)
		throw new Error(`Edition ${choice.ref} was listed and is not there`);
	const model = JSON.parse(edition.model) as EditionModel;
	return { text: model, images: `/r/${model.slug}/v/${model.number}/images/` };
}

/** The sections as they stand, each as its own page shows it: what was fixed, of those that are locked. */
async function nowOf(tx: Tx, seen: SeenSection[]): Promise<Side> {
	const sections: ComparedText['sections'] = [];
	const chapters = new Map<string, ComparedText['chapters'][number]>();
	for (const { section } of seen) {
		const version = await versionOf(tx, section, 'now');
		if (!version) throw new Error(`Section ${section.id} has no text of now`);
		const { chapterKey: key, chapterNumber: number, chapterTitle: title } = section;
		chapters.set(key, { key, number, title });
		sections.push({ content: version.content, chapterKey: key });
	}
	const images = await imagesIn(tx, ...sections.map(({ content }) => content));
	return { text: { chapters: [...chapters.values()], sections, images }, images: '/images/' };
}
