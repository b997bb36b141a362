import type { Actor } from '#core/access.ts';
import type { DocNode } from '#core/publication.ts';
import type { FieldProblem } from '#core/result.ts';
import type { CarriedSection } from '#core/rollover/roll-over.ts';
import { seedUpdate } from '#schema/content.ts';
import { appendUpdate } from '#server/store/log.ts';
import { getAuthority } from '#server/store/organisation.ts';
import type { Report } from '#server/store/reports.ts';
import { insertSection, setShares } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import type { Context } from './context.ts';

/**
 * A section of a report that is being made, whatever it is made of, and what it begins with. Of a template
 * it is shared with nobody yet.
 */
export type NewSection = Omit<CarriedSection, 'sharedWith' | 'rowsOnly'> &
	Partial<CarriedSection> & { doc: DocNode };

/**
 * The sections of a new report in the order given, each with its first content, which only the server
 * makes, once.
 */
export async function insertSections(
	tx: Tx,
	report: Pick<Report, 'id' | 'municipalityId'>,
	sections: NewSection[],
	context: Context
): Promise<{ id: string; key: string }[]> {
	const { municipalityId } = report;
	const made: { id: string; key: string }[] = [];
	for (const [position, s] of sections.entries()) {
		const id = context.newId();
		await insertSection(tx, {
			id,
			municipalityId,
			reportId: report.id,
			key: s.key,
			position,
			number: s.number,
			title: s.title,
			chapterKey: s.chapter.key,
			chapterNumber: s.chapter.number,
			chapterTitle: s.chapter.title,
			departmentId: s.departmentId,
			articles: s.articles,
			required: s.required,
			requiredBlocks: s.requiredBlocks,
			help: s.help,
			stateAt: context.now
		});
		await setShares(tx, { id, municipalityId }, s.sharedWith ?? [], s.rowsOnly ?? []);
		await appendUpdate(
			tx,
			{ id, municipalityId, epoch: 1, seq: 0 },
			{ personId: null, at: context.now, bytes: seedUpdate(s.doc) }
		);
		made.push({ id, key: s.key });
	}
	return made;
}

/**
 * What keeps a person from making a report for this authority, all of whose reports they must
 * coordinate, and what is wrong with its year and title.
 */
export async function newReportProblems(
	tx: Tx,
	{ municipalityId, grants }: Actor,
	asked: { authorityId: string; reportYear: number; title: string }
): Promise<FieldProblem[]> {
	const problems: FieldProblem[] = [];
	const { authorityId, reportYear, title } = asked;
	const authority = await getAuthority(tx, authorityId);
	const coordinates = grants.some(
		(g) => g.role === 'coordinator' && g.authorityId === authorityId && g.reportId === null
	);
	if (authority?.municipalityId !== municipalityId || !coordinates)
		problems.push({ field: 'authorityId', problem: 'unknown' });
	else if (authority.closedAt !== null)
		problems.push({ field: 'authorityId', problem: 'isClosed' });
	if (!Number.isInteger(reportYear) || reportYear < 1990 || reportYear > 2100)
		problems.push({ field: 'reportYear', problem: 'period' });
	if (title === '' || title.length > 200) problems.push({ field: 'title', problem: 'length' });
	return problems;
}
