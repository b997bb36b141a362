import { may, type Act, type Actor } from '#core/access.ts';
import type { NoticeKind } from '#core/notice.ts';
import type { PreviewModel } from '#core/preview.ts';
import { getEdition } from '#server/store/editions.ts';
import { getLate } from '#server/store/late.ts';
import type { Notice } from '#server/store/notices.ts';
import { getPreview, previewThing } from '#server/store/previews.ts';
import { getReport, reportThing } from '#server/store/reports.ts';
import { getSection, thingToWrite } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { getThread } from '#server/store/threads.ts';

/** What a notice is about, as it is now. */
export type NoticePlace = {
	report: { id: string; title: string };
	section: { id: string; key: string; number: string; title: string } | null;
	/** Of `published`. */
	edition: { slug: string; number: number } | null;
	/** What became of a late contribution or a suggestion of theirs. */
	decided: 'accepted' | 'declined' | null;
	/** The path that the notice leads to. */
	href: string;
};

/** What somebody must be allowed to be told so: mostly to read the section, at times to act on it. */
const NEEDS: Partial<Record<NoticeKind, Act>> = {
	submitted: 'section.return',
	late: 'section.late',
	due: 'section.submit',
	overdue: 'section.submit'
};

/**
 * A8, N1: judges notices by what their reader may see now, whatever it was when they were told: a section
 * that is no longer theirs to read, a preview that was taken back. Things that several notices are about
 * are read once; so it serves one transaction.
 * @returns where the notice leads; null when it does not exist for the person
 */
export function noticeSight(tx: Tx, actor: Actor): (notice: Notice) => Promise<NoticePlace | null> {
	const reportNow = once((id) => getReport(tx, id));
	const sectionNow = once((id) => getSection(tx, id));
	const previewNow = once(async (id) => {
		const row = await getPreview(tx, id);
		// It is called as at its release: the council member knows the report by no other name.
		const { title } = JSON.parse(row?.model ?? '{}') as Partial<PreviewModel>;
		return row && { title: title ?? '', thing: await previewThing(tx, row) };
	});

	return async (notice) => {
		const { kind, detail } = notice;
		const report = notice.reportId === null ? undefined : await reportNow(notice.reportId);
		if (!report) return null;
		const place = { section: null, edition: null, decided: null };
		const of = { ...place, report: { id: report.id, title: report.title } };
		if (kind === 'preview') {
			const { previewId = '' } = detail;
			const preview = await previewNow(previewId);
			if (!preview || !may(actor, 'preview.read', preview.thing).may) return null;
			const { title } = preview;
			return { ...place, report: { id: report.id, title }, href: `/previews/${previewId}` };
		}
		if (kind === 'published') {
			const edition = await getEdition(tx, detail['editionId'] ?? '');
			if (!edition || !may(actor, 'report.read', reportThing(report)).may) return null;
			const { slug, number } = edition;
			return { ...of, edition: { slug, number }, href: `/r/${slug}/v/${number}` };
		}
		const section = notice.sectionId === null ? undefined : await sectionNow(notice.sectionId);
		if (!section) return null;
		if (!may(actor, NEEDS[kind] ?? 'section.read', thingToWrite(section)).may) return null;
		const { id, key, number, title } = section;
		return {
			...of,
			section: { id, key, number, title },
			decided: await decidedOf(tx, notice),
			href: hrefOf(notice, section)
		};
	};
}

function hrefOf(
	{ kind, threadId }: Notice,
	section: { id: string; key: string; reportId: string }
) {
	const report = `/reports/${section.reportId}`;
	if (kind === 'submitted') return `${report}/sections/${section.id}`;
	if (kind === 'late') return `${report}/late`;
	const thread = threadId === null ? '' : `?thread=${threadId}`;
	return `${report}${thread}#section-${section.key}`;
}

async function decidedOf(tx: Tx, { kind, detail, threadId }: Notice) {
	const state =
		kind === 'lateDecided'
			? (await getLate(tx, detail['lateId'] ?? ''))?.state
			: kind === 'suggestionDecided'
				? (await getThread(tx, threadId ?? ''))?.state
				: undefined;
	return state === 'accepted' || state === 'declined' ? state : null;
}

/** Asks once for each id. */
function once<T>(ask: (id: string) => Promise<T>): (id: string) => Promise<T> {
	const known = new Map<string, Promise<T>>();
	return (id) => {
		const answer = known.get(id) ?? ask(id);
		known.set(id, answer);
		return answer;
	};
}
