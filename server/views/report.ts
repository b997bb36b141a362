import { may, rowsOf, type Actor, type Verdict } from '#core/access.ts';
import type { FixedFigure, IndicatorFigures } from '#core/indicator.ts';
import { lockOn, type Lock } from '#core/lock.ts';
import { personColour } from '#core/person-colour.ts';
import type { FixedDepartment } from '#core/publication.ts';
import { ok, type ForbiddenWhy } from '#core/result.ts';
import type { SectionState } from '#core/section.ts';
import type { RequiredBlock } from '#core/template.ts';
import { tableChartHtml } from '#charts/table-chart.ts';
import { docHtml } from '#schema/html.ts';
import { missingBlocks } from '#schema/text.ts';
import { listFigures } from '#server/store/indicators.ts';
import {
	getAuthority,
	getMunicipality,
	listDepartments,
	listOpenDepartments
} from '#server/store/organisation.ts';
import { earlierEditions, editionBeside } from '#server/store/previous.ts';
import { listReportIndicators } from '#server/store/reports.ts';
import { lockFacts } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { openThreads } from '#server/store/threads.ts';
import { livingDoc, lockedContent } from './documents.ts';
import type { View } from './index.ts';
import { seenReport, seenSections, type SeenSection } from './seen.ts';

/** A section in the writing room. `may…` are the person's rights: the state comes on top of them. */
export type ReportSection = {
	id: string;
	key: string;
	chapterKey: string;
	number: string;
	title: string;
	/** The owning department's name; null when the coordinator owns it. */
	department: string | null;
	articles: number[];
	state: SectionState;
	lock: Lock | null;
	version: number;
	/** The last stored update that `html` holds. */
	seq: number;
	epoch: number;
	mayEdit: boolean;
	/** The departments whose rows are all that the person may change (A3); null: everything, or nothing. */
	rows: string[] | null;
	maySubmit: boolean;
	mayApprove: boolean;
	/** Why a coordinator may not approve; null when they may. */
	approveWhy: ForbiddenWhy | null;
	mayReturn: boolean;
	mayReopen: boolean;
	/** Questions to the writer; never published. */
	help: string[];
	required: boolean;
	/** Last year's edition has a text of it, or a plan that it follows up. */
	hasPrevious: boolean;
	/** What is said about it and not settled (R1). */
	comments: { open: number; mustMeet: number };
	/** Required blocks that the text lacks now (C7). */
	missingBlocks: string[];
	/** The text, readable before any script has run; of a locked section the fixed text. */
	html: string;
	/** The hash that was fixed at submission (S2); null in a draft. */
	hash: string | null;
	/** The figures fixed at submission, by indicator (I5); null in a draft. */
	fixed: Record<string, FixedFigure> | null;
};

/** All that the writing room opens with. */
export type ReportPage = {
	report: {
		id: string;
		title: string;
		slug: string;
		reportYear: number;
		municipality: string;
		authority: string;
	};
	me: { personId: string; name: string; color: string; department: string | null };
	chapters: { key: string; number: string; title: string }[];
	sections: ReportSection[];
	/** By indicator: what a block in a draft shows (I5). */
	figures: Record<string, IndicatorFigures>;
	indicators: { id: string; title: string; key: string }[];
	/** The municipality's departments, by name: whether the person writes for it, and whether it is not closed. */
	departments: {
		id: string;
		name: string;
		abbreviation: string;
		isMine: boolean;
		isOpen: boolean;
	}[];
	/** The indicators that the report's summary counts, in order (I4). */
	reportIndicators: string[];
};

/** The level of a heading in the text: one below the section's own, which is 2, or 3 in a chapter. */
const headingBase = (number: string): number => (number.includes('.') ? 4 : 3);

/** The whole report with every section's text, as the person may see it. */
export const report: View<{ reportId: string }, ReportPage> = async (tx, actor, params) => {
	const found = await seenReport(tx, actor, 'report.read', params.reportId);
	if (!found.ok) return found;
	const { actor: person, report: row } = found.value;
	const seen = await seenSections(tx, person, row.id);
	const known = await listFigures(tx, row.municipalityId);
	const earlier = await earlierEditions(tx, row);
	const departments = await listDepartments(tx, row.municipalityId);
	const open = new Set((await listOpenDepartments(tx, row.municipalityId)).map(({ id }) => id));
	return ok({
		report: {
			id: row.id,
			title: row.title,
			slug: row.slug,
			reportYear: row.reportYear,
			municipality: (await getMunicipality(tx, row.municipalityId))?.name ?? '',
			authority: (await getAuthority(tx, row.authorityId))?.name ?? ''
		},
		me: await present(tx, person),
		chapters: chaptersOf(seen),
		sections: await Promise.all(
			seen.map(async (s) => ({
				...(await sectionOf(tx, person, s, departments)),
				hasPrevious: editionBeside(earlier, s.section) !== undefined
			}))
		),
		figures: Object.fromEntries(known.map((f) => [f.indicator.id, f])),
		indicators: known.map(({ indicator: { id, title, key } }) => ({ id, title, key })),
		departments: departments.map((one) => ({
			id: one.id,
			name: one.name,
			abbreviation: one.abbreviation,
			isMine: person.grants.some((g) => g.role === 'writer' && g.departmentId === one.id),
			isOpen: open.has(one.id)
		})),
		reportIndicators: await listReportIndicators(tx, row.id)
	});
};

/** The person as others see them in the rooms. */
async function present(tx: Tx, actor: Actor): Promise<ReportPage['me']> {
	const writer = actor.grants.find((g) => g.role === 'writer');
	const departments = writer ? await listDepartments(tx, actor.municipalityId) : [];
	return {
		personId: actor.personId,
		name: actor.name,
		color: personColour(actor.personId),
		department: departments.find((d) => d.id === writer?.departmentId)?.name ?? null
	};
}

/** The chapters that hold a section the person sees, in order. */
function chaptersOf(seen: SeenSection[]): ReportPage['chapters'] {
	const chapters = new Map(
		seen.map(({ section: s }) => [
			s.chapterKey,
			{ key: s.chapterKey, number: s.chapterNumber, title: s.chapterTitle }
		])
	);
	return [...chapters.values()];
}

const whyNot = (verdict: Verdict): ForbiddenWhy | null => (verdict.may ? null : verdict.why);

async function sectionOf(
	tx: Tx,
	actor: Actor,
	{ section: s, thing }: SeenSection,
	departments: FixedDepartment[]
): Promise<Omit<ReportSection, 'hasPrevious'>> {
	const locked = await lockedContent(tx, s);
	const doc = locked?.content.doc ?? (await livingDoc(tx, s));
	const approve = may(actor, 'section.approve', thing);
	return {
		id: s.id,
		key: s.key,
		chapterKey: s.chapterKey,
		number: s.number,
		title: s.title,
		department: s.departmentName,
		articles: s.articles,
		state: s.state,
		lock: lockOn(lockFacts(s)),
		version: s.version,
		seq: s.seq,
		epoch: s.epoch,
		mayEdit: may(actor, 'section.edit', thing).may,
		rows: rowsOf(actor, thing),
		maySubmit: may(actor, 'section.submit', thing).may,
		mayApprove: approve.may,
		approveWhy: whyNot(approve),
		mayReturn: may(actor, 'section.return', thing).may,
		mayReopen: may(actor, 'section.reopen', thing).may,
		help: s.help,
		required: s.required,
		comments: await openThreads(tx, s.id),
		missingBlocks: missingBlocks(doc, s.requiredBlocks as RequiredBlock[]),
		html: docHtml(doc, {
			headingBase: headingBase(s.number),
			departments: locked ? (locked.content.departments ?? []) : departments,
			chart: (table, n) =>
				tableChartHtml(table, { id: `${s.id}-${n}`, lang: 'sv', title: s.title }, 'draft')
		}),
		hash: locked?.hash ?? null,
		fixed: locked?.content.figures ?? null
	};
}
