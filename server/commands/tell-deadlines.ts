import { may, type Actor } from '#core/access.ts';
import { dueOn, latenessOf } from '#core/deadline.ts';
import { ok } from '#core/result.ts';
import { toldOfDay } from '#server/store/notices.ts';
import { listMunicipalities } from '#server/store/organisation.ts';
import { listPeople, loadActor } from '#server/store/people.ts';
import { listReports, type Report } from '#server/store/reports.ts';
import { listSections, thingOf, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import type { Command, Context } from './context.ts';
import { notify } from './notify.ts';

/**
 * R6, N1: tells who is to submit a section that its day is near, and once more that it has passed; each
 * person once for each section and day, however often it is asked.
 * @param input.now milliseconds since 1970
 * @returns how many were to be told, whether or not they want to hear it
 */
export const tellDeadlines: Command<{ now: number }, { told: number }> = async (
	tx,
	{ now },
	context
) => {
	let told = 0;
	for (const { id } of await listMunicipalities(tx)) {
		const people = await peopleOf(tx, id);
		for (const report of await listReports(tx, id))
			for (const section of await listSections(tx, report.id))
				told += await tellOf(tx, { ...context, now }, people, report, section);
	}
	return ok({ told });
};

async function peopleOf(tx: Tx, municipalityId: string): Promise<Actor[]> {
	const people: Actor[] = [];
	for (const { id } of await listPeople(tx, municipalityId)) {
		const person = await loadActor(tx, id);
		if (person !== null) people.push(person);
	}
	return people;
}

async function tellOf(
	tx: Tx,
	context: Context,
	people: Actor[],
	report: Report,
	section: Section
): Promise<number> {
	const day = dueOn(section, report);
	const lateness = latenessOf(section.state, day, context.now);
	if (day === null || (lateness !== 'soon' && lateness !== 'late')) return 0;
	const kind = lateness === 'late' ? 'overdue' : 'due';
	const told = await toldOfDay(tx, section.id, kind, day);
	const thing = await thingOf(tx, section);
	const to = people
		.filter((one) => answersFor(one, section) && may(one, 'section.submit', thing).may)
		.map((one) => one.personId)
		.filter((id) => !told.has(id));
	await notify(tx, context, null, { kind, to, about: { section }, detail: { day } });
	return to.length;
}

/** They write for a department that has it; where none owns it, they coordinate the report. */
const answersFor = (person: Actor, section: Section): boolean =>
	person.grants.some((g) =>
		g.role === 'writer'
			? [section.departmentId, ...section.sharedWith].includes(g.departmentId)
			: g.role === 'coordinator' && section.departmentId === null
	);
