import { may, type Act } from '#core/access.ts';
import { ok } from '#core/result.ts';
import { listEditions } from '#server/store/editions.ts';
import { hasValues } from '#server/store/indicators.ts';
import { listOpenDepartments } from '#server/store/organisation.ts';
import { grantsOf, listPeople } from '#server/store/people.ts';
import { reportThing } from '#server/store/reports.ts';
import { getSenderRow } from '#server/store/sender.ts';
import type { Tx } from '#server/store/store.ts';
import type { View } from './index.ts';
import { seenReports, seenSections } from './seen.ts';

/** What is done once before the first report can be written, approved and published. */
export type FirstStep =
	| 'organisation'
	| 'people'
	| 'sender'
	| 'figures'
	| 'report'
	| 'owners'
	| 'deadlines'
	| 'submitted';

export type FirstSteps = {
	steps: { step: FirstStep; done: boolean; href: string | null }[];
	/** Nothing is published yet, and something is left to do. */
	isYoung: boolean;
};

/**
 * What is there of it, and what is not: for those who see to it, null for others. A step that somebody else
 * takes has no address.
 */
export const firstSteps: View<null, FirstSteps | null> = async (tx, actor) => {
	if (actor === null) return ok(null);
	const { municipalityId, personId } = actor;
	const mayDo = (act: Act) => may(actor, act, { kind: 'municipality', municipalityId }).may;
	if (!mayDo('sender.manage')) return ok(null);
	const [report] = await seenReports(tx, actor);
	const sections = report ? await seenSections(tx, actor, report.id) : [];
	const manages = report !== undefined && may(actor, 'report.manage', reportThing(report)).may;
	const known: [FirstStep, boolean, string | null][] = [
		[
			'organisation',
			(await listOpenDepartments(tx, municipalityId)).length > 0,
			mayDo('organisation.manage') ? '/settings/organisation' : null
		],
		[
			'people',
			await doOthersWrite(tx, municipalityId, personId),
			mayDo('people.manage') ? '/settings/people' : null
		],
		['sender', (await getSenderRow(tx, municipalityId)) !== undefined, '/settings/sender'],
		['figures', await hasValues(tx, municipalityId), '/indicators'],
		['report', report !== undefined, mayDo('report.create') ? '/reports/new' : null],
		[
			'owners',
			sections.some(({ section }) => section.departmentId !== null),
			manages ? `/reports/${report.id}/board` : null
		],
		[
			'deadlines',
			(report?.dueOn ?? null) !== null || sections.some(({ section }) => section.dueOn !== null),
			manages ? `/reports/${report.id}/board/deadlines` : null
		],
		[
			'submitted',
			sections.some(({ section }) => section.state !== 'draft'),
			report ? `/reports/${report.id}` : null
		]
	];
	const isPublished = (await listEditions(tx)).some((e) => e.municipalityId === municipalityId);
	return ok({
		steps: known.map(([step, done, href]) => ({ step, done, href })),
		isYoung: !isPublished && known.some(([, done]) => !done)
	});
};

/** Somebody else has an account with which to write. */
async function doOthersWrite(tx: Tx, municipalityId: string, personId: string): Promise<boolean> {
	for (const person of await listPeople(tx, municipalityId))
		if (person.id !== personId && person.active)
			if ((await grantsOf(tx, person.id)).some((g) => g.role === 'writer')) return true;
	return false;
}
