import { may, type Actor } from '#core/access.ts';
import { dueOn, type Deadline } from '#core/deadline.ts';
import { ok, type ForbiddenWhy } from '#core/result.ts';
import type { SectionState } from '#core/section.ts';
import type { RequiredBlock } from '#core/template.ts';
import { missingBlocks, picturesWithoutAlt } from '#schema/text.ts';
import { getAuthority, listDepartments, listOpenDepartments } from '#server/store/organisation.ts';
import { reportThing, type Report } from '#server/store/reports.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { openThreads } from '#server/store/threads.ts';
import { countStates, type Counts } from './counts.ts';
import { livingDoc, lockedContent } from './documents.ts';
import type { View } from './index.ts';
import { mayRollOver } from './roll-over.ts';
import { seenReport, seenSections, type SeenSection } from './seen.ts';

/** One section on the board. */
export type BoardRow = {
	id: string;
	key: string;
	chapterKey: string;
	number: string;
	title: string;
	state: SectionState;
	/** Who brought it into its state, and when; null for a draft that never was anything else. */
	stateBy: string | null;
	stateAt: number;
	departmentId: string | null;
	department: string | null;
	sharedWith: string[];
	/** Of `sharedWith`, those that write in their own rows only. */
	rowsOnly: string[];
	articles: number[];
	required: boolean;
	version: number;
	/** The latest thing that a person did to it; null when nobody has. */
	lastActivity: { by: string | null; at: number; what: 'edited' | SectionState } | null;
	/** Required blocks that the text lacks (C7). */
	missing: string[];
	/** Pictures without a text alternative (C5). */
	picturesWithoutAlt: number;
	/** The day by which it is to be submitted (R6), and whether it has one of its own. */
	dueOn: Deadline | null;
	ownDueOn: Deadline | null;
	/** Threads and suggestions that are open, and those of them that must be met before approval. */
	open: number;
	mustMeet: number;
	/** The person may approve it now. */
	mayApprove: boolean;
	approveWhy: ForbiddenWhy | null;
};

export type BoardPage = {
	report: {
		id: string;
		title: string;
		reportYear: number;
		authority: string;
		dueOn: Deadline | null;
	};
	chapters: { key: string; number: string; title: string }[];
	rows: BoardRow[];
	counts: Counts;
	/** Those that a section can be given to, with the authority that they belong to (A4). */
	departments: {
		id: string;
		name: string;
		authority: string;
		ownAuthority: boolean;
		/** It keeps what it has, and is offered for nothing new. */
		closed: boolean;
	}[];
	mayManage: boolean;
	mayPublish: boolean;
	mayAudit: boolean;
	/** They may write in one of the sections at least (Y7). */
	mayWrite: boolean;
	/** Next year's report can be made of its newest edition (Y1). */
	mayRollOver: boolean;
};

/** Every section with its state, owner, last activity and what is missing. */
export const board: View<{ reportId: string }, BoardPage> = async (tx, actor, params) => {
	const found = await seenReport(tx, actor, 'report.read', params.reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const thing = reportThing(report);
	const seen = await seenSections(tx, person, report.id);
	const chapters = new Map(
		seen.map(({ section: s }) => [
			s.chapterKey,
			{ key: s.chapterKey, number: s.chapterNumber, title: s.chapterTitle }
		])
	);
	const mayManage = may(person, 'report.manage', thing).may;
	return ok({
		report: {
			id: report.id,
			title: report.title,
			reportYear: report.reportYear,
			authority: (await getAuthority(tx, report.authorityId))?.name ?? '',
			dueOn: report.dueOn
		},
		chapters: [...chapters.values()],
		rows: await Promise.all(seen.map((s) => rowOf(tx, person, report, s))),
		counts: countStates(seen.map((s) => s.section)),
		departments: mayManage ? await departmentsFor(tx, report) : [],
		mayManage,
		mayPublish: may(person, 'report.publish', thing).may,
		mayAudit: may(person, 'report.audit', thing).may,
		mayWrite: seen.some((s) => may(person, 'section.edit', s.thing).may),
		mayRollOver: await mayRollOver(tx, person, report)
	});
};

async function departmentsFor(
	tx: Tx,
	report: { municipalityId: string; authorityId: string }
): Promise<BoardPage['departments']> {
	const rows = [];
	const open = (await listOpenDepartments(tx, report.municipalityId)).map(({ id }) => id);
	for (const d of await listDepartments(tx, report.municipalityId))
		rows.push({
			id: d.id,
			name: d.name,
			authority: (await getAuthority(tx, d.authorityId))?.name ?? '',
			ownAuthority: d.authorityId === report.authorityId,
			closed: !open.includes(d.id)
		});
	return rows;
}

async function rowOf(
	tx: Tx,
	actor: Actor,
	report: Report,
	{ section: s, thing }: SeenSection
): Promise<BoardRow> {
	const locked = await lockedContent(tx, s);
	const doc = locked?.content.doc ?? (await livingDoc(tx, s));
	const approve = may(actor, 'section.approve', thing);
	return {
		id: s.id,
		key: s.key,
		chapterKey: s.chapterKey,
		number: s.number,
		title: s.title,
		state: s.state,
		stateBy: s.stateByName,
		stateAt: s.stateAt,
		departmentId: s.departmentId,
		department: s.departmentName,
		sharedWith: s.sharedWith,
		rowsOnly: s.rowsOnly,
		articles: s.articles,
		required: s.required,
		version: s.version,
		lastActivity: lastActivity(s),
		missing: missingBlocks(doc, s.requiredBlocks as RequiredBlock[]),
		picturesWithoutAlt: picturesWithoutAlt(doc),
		dueOn: dueOn(s, report),
		ownDueOn: s.dueOn,
		...(await openThreads(tx, s.id)),
		mayApprove: s.state === 'submitted' && approve.may,
		approveWhy: approve.may ? null : approve.why
	};
}

/** Writing, or a change of state by a person, whichever came last. */
function lastActivity(s: Section): BoardRow['lastActivity'] {
	const edited =
		s.editedAt === null ? null : { by: s.editedByName, at: s.editedAt, what: 'edited' as const };
	const moved = s.stateBy === null ? null : { by: s.stateByName, at: s.stateAt, what: s.state };
	if (edited && moved) return edited.at > moved.at ? edited : moved;
	return moved ?? edited;
}
