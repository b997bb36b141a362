import { may, type Act, type Actor } from '#core/access.ts';
import { dueOn, latenessOf } from '#core/deadline.ts';
import type { MailLine } from '#core/mail-words.ts';
import { DEFAULT_WAY, type NoticeKind } from '#core/notice.ts';
import type { PreviewModel } from '#core/preview.ts';
import { chosenWay, type Notice } from '#server/store/notices.ts';
import { getPerson } from '#server/store/people.ts';
import { getPreview, previewThing } from '#server/store/previews.ts';
import { getReport, reportThing } from '#server/store/reports.ts';
import { getSection, thingToWrite } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';

/** What a notice is about, in the words that its reader may see. */
type Place = Pick<MailLine, 'report' | 'section' | 'day'>;

/** What somebody must be allowed to be told so: mostly to read the section, at times to act on it. */
const NEEDS: Partial<Record<NoticeKind, Act>> = {
	submitted: 'section.return',
	late: 'section.late',
	due: 'section.submit',
	overdue: 'section.submit'
};

/** Notices that are mailed, as lines, and those that are not to be mailed any more. */
export type Sorted = { lines: MailLine[]; mailed: Notice[]; dropped: Notice[] };

/**
 * N1, A8: judges notices as things are now. Dropped is what the person has read, does not want by mail,
 * may not see any more, and what is not so any more; several of one kind about one thing are one line.
 * @param notices the oldest first
 */
export async function mailLines(
	tx: Tx,
	person: Actor,
	notices: Notice[],
	now: number
): Promise<Sorted> {
	const sorted: Sorted = { lines: [], mailed: [], dropped: [] };
	const known = new Map<string, MailLine>();
	for (const notice of notices) {
		const place = (await isWanted(tx, notice)) ? await placeOf(tx, person, notice, now) : null;
		if (place === null) {
			sorted.dropped.push(notice);
			continue;
		}
		sorted.mailed.push(notice);
		const { kind, at, actorId, reportId, sectionId, id: noticeId } = notice;
		const key = [kind, actorId, reportId, sectionId].join('|');
		const before = known.get(key);
		if (before) {
			Object.assign(before, { at, noticeId, times: before.times + 1 });
			continue;
		}
		const who = actorId === null ? null : ((await getPerson(tx, actorId))?.name ?? null);
		const line = { kind, ...place, who, at, times: 1, noticeId };
		known.set(key, line);
		sorted.lines.push(line);
	}
	return sorted;
}

/** N2: not read in the app meanwhile, and still wanted by mail. */
async function isWanted(tx: Tx, { personId, kind, readAt }: Notice): Promise<boolean> {
	if (readAt !== null) return false;
	return ((await chosenWay(tx, personId, kind)) ?? DEFAULT_WAY[kind]) === 'mail';
}

async function placeOf(tx: Tx, person: Actor, notice: Notice, now: number): Promise<Place | null> {
	const { sectionId, reportId, kind, detail } = notice;
	if (sectionId !== null) return sectionPlace(tx, person, { ...notice, sectionId }, now);
	if (kind === 'preview') {
		const preview = await getPreview(tx, detail['previewId'] ?? '');
		if (!preview || !may(person, 'preview.read', await previewThing(tx, preview)).may) return null;
		// As the report was called at the release: the council member does not know it by any other name.
		return { report: (JSON.parse(preview.model) as PreviewModel).title, section: null, day: '' };
	}
	const report = reportId === null ? undefined : await getReport(tx, reportId);
	if (!report || !may(person, 'report.read', reportThing(report)).may) return null;
	return { report: report.title, section: null, day: '' };
}

async function sectionPlace(
	tx: Tx,
	person: Actor,
	{ sectionId, kind, detail }: Notice & { sectionId: string },
	now: number
): Promise<Place | null> {
	const section = await getSection(tx, sectionId);
	const report = section && (await getReport(tx, section.reportId));
	if (!report) return null;
	const thing = thingToWrite(section);
	if (!may(person, NEEDS[kind] ?? 'section.read', thing).may) return null;
	const day = detail['day'] ?? '';
	if (kind === 'due' || kind === 'overdue') {
		const due = dueOn(section, report);
		const isSo = latenessOf(section.state, due, now) === (kind === 'due' ? 'soon' : 'late');
		if (due !== day || !isSo) return null;
	}
	const seesReport = may(person, 'report.read', reportThing(report)).may;
	const { number, title } = section;
	return { report: seesReport ? report.title : '', section: { number, title }, day };
}
