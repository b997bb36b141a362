import { may, rowsOf, type Actor } from '#core/access.ts';
import { lockOn, type Lock } from '#core/lock.ts';
import type { FixedDepartment } from '#core/publication.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { templateOf } from '#core/templates.ts';
import type { LeftOut, WordMatch, WordProposal, WordReport } from '#core/word-in/proposal.ts';
import { docHtml } from '#schema/html.ts';
import { isEmptyDoc, plainText } from '#schema/text.ts';
import { listFigures } from '#server/store/indicators.ts';
import { listDepartments } from '#server/store/organisation.ts';
import type { Report } from '#server/store/reports.ts';
import { lockFacts } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { livingDoc } from './documents.ts';
import type { View } from './index.ts';
import { seenReport, seenSections, type SeenSection } from './seen.ts';

/** Why nothing of a file can go into a section. */
export type WordClosed = 'locked' | 'notYours' | 'rowsOnly';

/** A section as somebody who brings a file sees it. */
export type WordTarget = {
	id: string;
	number: string;
	title: string;
	/** Words that stand there now. */
	words: number;
	isEmpty: boolean;
	epoch: number;
	seq: number;
	closed: WordClosed | null;
	lock: Lock | null;
};

export type WordPartShown = {
	id: number;
	heading: string;
	/** The section that it is proposed for; null where a person must say it. */
	sectionId: string | null;
	match: WordMatch;
	words: number;
	html: string;
};

export type WordPage = {
	sections: WordTarget[];
	parts: WordPartShown[];
	leftOut: LeftOut[];
	images: number;
};

/** The report and its sections, for those who may write in at least one of them. */
async function writable(
	tx: Tx,
	actor: Actor | null,
	reportId: string
): Promise<Result<{ actor: Actor; report: Report; seen: SeenSection[] }>> {
	const found = await seenReport(tx, actor, 'report.read', reportId);
	if (!found.ok) return found;
	const seen = await seenSections(tx, found.value.actor, reportId);
	const writes = seen.some((one) => closedFor(found.value.actor, one) !== 'notYours');
	return writes ? ok({ ...found.value, seen }) : refuse({ code: 'forbidden', why: 'role' });
}

function closedFor(actor: Actor, { section, thing }: SeenSection): WordClosed | null {
	if (!may(actor, 'section.edit', thing).may) return 'notYours';
	if (rowsOf(actor, thing) !== null) return 'rowsOnly';
	return lockOn(lockFacts(section)) ? 'locked' : null;
}

/** What the reading of a file must know of a report. */
export const wordReport: View<{ reportId: string }, WordReport> = async (tx, actor, params) => {
	const found = await writable(tx, actor, params.reportId);
	if (!found.ok) return found;
	const { report, seen } = found.value;
	const template = templateOf(report.templateKey);
	const titles = new Map(
		template?.chapters.flatMap(({ sections }) => sections.map((s) => [s.key, s.title] as const))
	);
	const departments = await listDepartments(tx, report.municipalityId);
	const figures = await listFigures(tx, report.municipalityId);
	return ok({
		sections: seen.map(({ section: s }) => ({
			id: s.id,
			key: s.key,
			number: s.number,
			title: s.title,
			templateTitle: titles.get(s.key) ?? s.title,
			chapterKey: s.chapterKey,
			chapterTitle: s.chapterTitle
		})),
		departments: departments.map(({ id, name, abbreviation }) => ({
			id,
			name,
			abbreviation
		})),
		indicators: figures.map(({ indicator: { id, key } }) => ({ id, key }))
	});
};

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/** What a file would bring to which section, and what stands there now. */
export const wordPage: View<
	{ reportId: string; fileId: string; proposal: WordProposal },
	WordPage
> = async (tx, actor, { reportId, fileId, proposal }) => {
	const found = await writable(tx, actor, reportId);
	if (!found.ok) return found;
	const { seen } = found.value;
	const names = await departmentNames(tx, found.value.report.municipalityId);
	const figures = await listFigures(tx, found.value.report.municipalityId);
	const titles = new Map(figures.map(({ indicator: { id, title } }) => [id, title]));
	const sections = await Promise.all(seen.map((one) => targetOf(tx, found.value.actor, one)));
	return ok({
		sections,
		parts: proposal.parts.map(({ id, heading, sectionId, match, blocks }) => {
			const doc = { type: 'doc', content: blocks };
			return {
				id,
				heading,
				sectionId: sections.some((s) => s.id === sectionId) ? sectionId : null,
				match,
				words: countWords(plainText(doc)),
				html: docHtml(doc, {
					headingBase: 4,
					departments: names,
					figure: (_kind, indicator) => indicatorLine(titles.get(indicator ?? '') ?? ''),
					imageUrl: (image) =>
						`/reports/${encodeURIComponent(reportId)}/word/${encodeURIComponent(fileId)}/${encodeURIComponent(image)}`,
					imageSize: (image) => proposal.images.find((one) => one.id === image) ?? null
				})
			};
		}),
		leftOut: proposal.leftOut,
		images: proposal.images.length
	});
};

const escape = (text: string): string =>
	text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** An indicator is a reference; what it shows is the report's, not the file's. */
const indicatorLine = (title: string): string =>
	`<p class="indicator">${escape(title === '' ? 'Nyckeltalen i sammandrag' : title)}</p>`;

async function departmentNames(tx: Tx, municipalityId: string): Promise<FixedDepartment[]> {
	const all = await listDepartments(tx, municipalityId);
	return all.map(({ id, name, abbreviation }) => ({ id, name, abbreviation }));
}

async function targetOf(tx: Tx, actor: Actor, one: SeenSection): Promise<WordTarget> {
	const { section: s } = one;
	const doc = await livingDoc(tx, s);
	return {
		id: s.id,
		number: s.number,
		title: s.title,
		words: countWords(plainText(doc)),
		isEmpty: isEmptyDoc(doc),
		epoch: s.epoch,
		seq: s.seq,
		closed: closedFor(actor, one),
		lock: lockOn(lockFacts(s))
	};
}
