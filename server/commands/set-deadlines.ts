import { isDeadline, type Deadline } from '#core/deadline.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { setReportDueOn, setSectionDueOn } from '#server/store/deadlines.ts';
import { listSections } from '#server/store/sections.ts';
import { audit, reportFor, type Command } from './context.ts';

/** A day as somebody saw it, and as they want it: `2026-03-31`, or null for none of its own. */
export type DayWished = { seen: Deadline | null; dueOn: string | null };

/**
 * R6: by when the report's sections are to be submitted, and those that have a day of their own. What is
 * as it was seen and stays so is passed over; what somebody else has changed since refuses the whole
 * (S10), unless it became what is wished. A rollover brings no day along: last year's have passed.
 */
export const setDeadlines: Command<
	{
		by: string;
		reportId: string;
		report?: DayWished | undefined;
		sections?: ({ sectionId: string } & DayWished)[] | undefined;
	},
	{ changed: number }
> = async (tx, input, context) => {
	const found = await reportFor(tx, input.by, 'report.manage', input.reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	const sections = new Map((await listSections(tx, report.id)).map((one) => [one.id, one]));
	const wishes = [
		...(input.report ? [{ field: 'report', section: null, ...input.report }] : []),
		...(input.sections ?? []).map(({ sectionId, ...wished }) => ({
			field: sectionId,
			section: sections.get(sectionId),
			...wished
		}))
	];
	// A section of another report is none of these, whoever may see it (A8).
	if (wishes.some(({ section }) => section === undefined)) return refuse({ code: 'notFound' });
	const problems = wishes.flatMap(({ field, dueOn }): FieldProblem[] =>
		dueOn === null || isDeadline(dueOn) ? [] : [{ field, problem: 'date' }]
	);
	if (problems.length > 0) return refuse({ code: 'invalid', problems });

	let changed = 0;
	for (const { section, seen, dueOn } of wishes) {
		const now = (section ?? report).dueOn;
		if (dueOn === seen || dueOn === now) continue;
		if (now !== seen)
			return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });
		if (section) await setSectionDueOn(tx, section.id, dueOn);
		else await setReportDueOn(tx, report.id, dueOn);
		await audit(tx, actor, context, {
			act: section ? 'section.deadline' : 'report.deadline',
			reportId: report.id,
			...(section ? { sectionId: section.id } : {}),
			detail: { before: now, dueOn }
		});
		changed += 1;
	}
	return ok({ changed });
};
