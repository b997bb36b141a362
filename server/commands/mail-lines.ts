import { may, type Actor } from '#core/access.ts';
import { dueOn, latenessOf } from '#core/deadline.ts';
import type { MailLine } from '#core/mail-words.ts';
import { DEFAULT_WAY } from '#core/notice.ts';
import { chosenWays, type Notice } from '#server/store/notices.ts';
import { getPerson } from '#server/store/people.ts';
import { getReport, reportThing } from '#server/store/reports.ts';
import { getSection } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { noticeSight, type NoticePlace } from './notice-sight.ts';

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
	const sight = noticeSight(tx, person);
	const ways = { ...DEFAULT_WAY, ...(await chosenWays(tx, person.personId)) };
	const known = new Map<string, MailLine>();
	for (const notice of notices) {
		// N2: not read in the app meanwhile, and still wanted by mail.
		const isWanted = notice.readAt === null && ways[notice.kind] === 'mail';
		const place = isWanted && (await isStillSo(tx, notice, now)) ? await sight(notice) : null;
		if (place === null) {
			sorted.dropped.push(notice);
			continue;
		}
		sorted.mailed.push(notice);
		const { kind, at, actorId, reportId, sectionId, id: noticeId } = notice;
		const key = [kind, actorId, reportId, sectionId, place.decided].join('|');
		const before = known.get(key);
		if (before) {
			Object.assign(before, { at, noticeId, times: before.times + 1 });
			continue;
		}
		const line = await lineOf(tx, person, notice, place);
		known.set(key, line);
		sorted.lines.push(line);
	}
	return sorted;
}

async function lineOf(
	tx: Tx,
	person: Actor,
	{ kind, at, actorId, detail, id: noticeId }: Notice,
	{ report, section, decided }: NoticePlace
): Promise<MailLine> {
	const of = section === null ? undefined : await getReport(tx, report.id);
	// A4: with whom one section is shared knows that section.
	const isHidden = of !== undefined && !may(person, 'report.read', reportThing(of)).may;
	const who = actorId === null ? null : ((await getPerson(tx, actorId))?.name ?? null);
	return {
		kind,
		report: isHidden ? '' : report.title,
		section: section && { number: section.number, title: section.title },
		decided,
		who,
		at,
		times: 1,
		day: detail['day'] ?? '',
		noticeId
	};
}

/** A day that was moved, or a section that was submitted meanwhile, hurries nobody. */
async function isStillSo(
	tx: Tx,
	{ kind, sectionId, detail }: Notice,
	now: number
): Promise<boolean> {
	if (kind !== 'due' && kind !== 'overdue') return true;
	const section = await getSection(tx, sectionId ?? '');
	const report = section && (await getReport(tx, section.reportId));
	if (!report) return false;
	const due = dueOn(section, report);
	if (due !== detail['day']) return false;
	return latenessOf(section.state, due, now) === (kind === 'due' ? 'soon' : 'late');
}
