import { may, type Actor, type Thing } from '#core/access.ts';
import { DEFAULT_WAY, type NoticeKind } from '#core/notice.ts';
import { chosenWay, insertNotice } from '#server/store/notices.ts';
import { listPeople, loadActor } from '#server/store/people.ts';
import { reportThing, type Report } from '#server/store/reports.ts';
import { thingOf, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { writersSinceApproval } from '#server/store/writers.ts';
import type { Context } from './context.ts';

/** What people are to be told. */
export type Telling = {
	kind: NoticeKind;
	/** The ids of the people; those who caused it, or may not see what it is about, are passed over. */
	to: Iterable<string>;
	/** What it is about; decides who may be told (A8). */
	about:
		{ section: Section } | { report: Report } | { preview: Extract<Thing, { kind: 'preview' }> };
	threadId?: string;
	detail?: Record<string, string>;
};

/**
 * Tells people of an act, in the act's own transaction: each once, nobody of what they may not see, and
 * nobody who has turned the kind off.
 * @param actor who did it; null for the server itself
 */
export async function notify(
	tx: Tx,
	context: Context,
	actor: Actor | null,
	{ kind, to, about, threadId, detail = {} }: Telling
): Promise<void> {
	const place = await placeOf(tx, about);
	for (const personId of new Set(to)) {
		if (personId === actor?.personId) continue;
		const reader = await loadActor(tx, personId);
		if (reader === null || !may(reader, place.read, place.thing).may) continue;
		const way = (await chosenWay(tx, personId, kind)) ?? DEFAULT_WAY[kind];
		if (way === 'off') continue;
		await insertNotice(tx, {
			id: context.newId(),
			municipalityId: reader.municipalityId,
			personId,
			kind,
			at: context.now,
			actorId: actor?.personId ?? null,
			reportId: place.reportId,
			sectionId: place.sectionId,
			threadId: threadId ?? null,
			detail,
			readAt: null,
			mail: way === 'mail' ? 'waiting' : 'none'
		});
	}
}

async function placeOf(tx: Tx, about: Telling['about']) {
	if ('section' in about) {
		const { section } = about;
		const thing = await thingOf(tx, section);
		return {
			read: 'section.read' as const,
			thing,
			reportId: section.reportId,
			sectionId: section.id
		};
	}
	if ('report' in about) {
		const thing = reportThing(about.report);
		return { read: 'report.read' as const, thing, reportId: about.report.id, sectionId: null };
	}
	const { reportId } = about.preview;
	return { read: 'preview.read' as const, thing: about.preview, reportId, sectionId: null };
}

/** The ids of those whose department owns the section, or has it shared: who writes it. */
export async function writersOf(
	tx: Tx,
	section: Pick<Section, 'municipalityId' | 'departmentId' | 'sharedWith'>
): Promise<string[]> {
	const departments = [section.departmentId, ...section.sharedWith];
	return peopleWith(tx, section.municipalityId, (person) =>
		person.grants.some((g) => g.role === 'writer' && departments.includes(g.departmentId))
	);
}

/** Who writes the section, and who else has written in it since it was last approved. */
export async function scribesOf(tx: Tx, section: Section): Promise<string[]> {
	return [...(await writersOf(tx, section)), ...(await writersSinceApproval(tx, section))];
}

/** The ids of those who coordinate the report. */
export async function coordinatorsOf(
	tx: Tx,
	report: { municipalityId: string; authorityId: string; reportId: string }
): Promise<string[]> {
	return peopleWith(tx, report.municipalityId, (person) =>
		person.grants.some(
			(g) =>
				g.role === 'coordinator' &&
				g.authorityId === report.authorityId &&
				(g.reportId === null || g.reportId === report.reportId)
		)
	);
}

/** The ids of those who may read the section: who can be named in a comment on it. */
export async function readersOf(tx: Tx, section: Section): Promise<string[]> {
	const thing = await thingOf(tx, section);
	return peopleWith(tx, section.municipalityId, (person) => may(person, 'section.read', thing).may);
}

async function peopleWith(
	tx: Tx,
	municipalityId: string,
	is: (person: Actor) => boolean
): Promise<string[]> {
	const ids: string[] = [];
	for (const { id } of await listPeople(tx, municipalityId)) {
		const person = await loadActor(tx, id);
		if (person !== null && is(person)) ids.push(id);
	}
	return ids;
}
