import { may } from '#core/access.ts';
import { ok } from '#core/result.ts';
import type { SectionState } from '#core/section.ts';
import { countTakenIn, rollUpsIn, type RollUpShows } from '#core/taken-in.ts';
import { editionTakenIn, withdrawnSince } from '#server/commands/taken-in.ts';
import { getEdition, listEditions } from '#server/store/editions.ts';
import { getAuthority, listAuthorities } from '#server/store/organisation.ts';
import { getPerson } from '#server/store/people.ts';
import { listSources, type ReportSource } from '#server/store/report-sources.ts';
import { getReport, reportThing, type Report } from '#server/store/reports.ts';
import type { Tx } from '#server/store/store.ts';
import { livingDoc, lockedContent } from './documents.ts';
import type { View } from './index.ts';
import { seenReport, seenSections, type SeenSection } from './seen.ts';

/** A published report that can be taken in, or is. */
export type BoardReport = {
	slug: string;
	title: string;
	authority: string;
	reportYear: number;
	/** The newest edition that readers are shown; null when there is none any more. */
	newest: {
		editionId: string;
		number: number;
		publishedAt: number;
		promises: number;
		figures: number;
	} | null;
	/** The edition that is taken in; `withdrawn` says why readers are not shown it any more. */
	taken: {
		editionId: string;
		number: number;
		by: string | null;
		at: number;
		withdrawn: string | null;
	} | null;
};

/** A section that shows what is taken in. */
export type RollUpSection = {
	key: string;
	number: string;
	title: string;
	state: SectionState;
	shows: RollUpShows[];
	/** It is locked, and was fixed with other editions than those that are chosen now. */
	isOlder: boolean;
};

export type BoardsPage = {
	report: { id: string; title: string; reportYear: number };
	/** Of the report's year, and whatever is taken in. */
	boards: BoardReport[];
	/** Of other years. */
	others: BoardReport[];
	/** Authorities of the municipality without an edition of the report's year. */
	missing: string[];
	sections: RollUpSection[];
	mayManage: boolean;
};

/** What the report takes in of other authorities' editions, and what it could. Nothing unpublished is read (A5). */
export const boards: View<{ reportId: string }, BoardsPage> = async (tx, actor, params) => {
	const found = await seenReport(tx, actor, 'report.read', params.reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const { id, title, reportYear, municipalityId } = report;
	const sources = await listSources(tx, id);
	const all = await boardReports(tx, report, sources);
	const isNear = (one: BoardReport) => one.reportYear === reportYear || one.taken !== null;
	const has = new Set(all.filter((one) => one.reportYear === reportYear).map((b) => b.authority));
	const authorities = await listAuthorities(tx, municipalityId);
	const seen = await seenSections(tx, person, id);
	const sections = await Promise.all(seen.map((one) => sectionOf(tx, one, sources)));
	return ok({
		report: { id, title, reportYear },
		boards: all.filter(isNear),
		others: all.filter((one) => !isNear(one)),
		missing: authorities
			.filter((one) => one.id !== report.authorityId && one.closedAt === null && !has.has(one.name))
			.map(({ name }) => name),
		sections: sections.filter((one) => one.shows.length > 0),
		mayManage: may(person, 'report.manage', reportThing(report)).may
	});
};

/** Every other report of the municipality that has an edition, by authority, the newest year first. */
async function boardReports(
	tx: Tx,
	{ id, municipalityId }: Report,
	sources: ReportSource[]
): Promise<BoardReport[]> {
	const editions = (await listEditions(tx))
		.filter((e) => e.municipalityId === municipalityId && e.reportId !== id)
		.sort((a, b) => b.number - a.number);
	const reports: BoardReport[] = [];
	for (const reportId of new Set(editions.map((e) => e.reportId))) {
		const own = editions.filter((e) => e.reportId === reportId);
		const [first] = own;
		const source = sources.find((one) => one.sourceReportId === reportId);
		if (!first) continue;
		const newest = await newestShown(tx, own);
		if (newest === null && source === undefined) continue;
		const report = await getReport(tx, reportId);
		const { slug, title, reportYear } = first;
		reports.push({
			slug,
			title,
			reportYear,
			authority: report ? ((await getAuthority(tx, report.authorityId))?.name ?? '') : '',
			newest,
			taken: source ? await takenOf(tx, source) : null
		});
	}
	return reports.sort(
		(a, b) => a.authority.localeCompare(b.authority, 'sv') || b.reportYear - a.reportYear
	);
}

/** Editions never change: what one holds is counted once. */
const counted = new Map<string, { promises: number; figures: number }>();

async function newestShown(
	tx: Tx,
	editions: { id: string; number: number; publishedAt: number; hash: string }[]
): Promise<BoardReport['newest']> {
	for (const { id, number, publishedAt, hash } of editions) {
		if (await withdrawnSince(tx, id)) continue;
		let counts = counted.get(hash);
		const edition = counts ? undefined : await getEdition(tx, id);
		if (edition) {
			counts = countTakenIn(editionTakenIn(edition));
			counted.set(hash, counts);
		}
		return { editionId: id, number, publishedAt, promises: 0, figures: 0, ...counts };
	}
	return null;
}

async function takenOf(
	tx: Tx,
	{ editionId, number, takenBy, takenAt }: ReportSource
): Promise<BoardReport['taken']> {
	return {
		editionId,
		number,
		by: (await getPerson(tx, takenBy))?.name ?? null,
		at: takenAt,
		withdrawn: (await withdrawnSince(tx, editionId))?.reason ?? null
	};
}

async function sectionOf(
	tx: Tx,
	{ section }: SeenSection,
	sources: ReportSource[]
): Promise<RollUpSection> {
	const { key, number, title, state } = section;
	const locked = await lockedContent(tx, section);
	const shows = [...rollUpsIn(locked?.content.doc ?? (await livingDoc(tx, section)))];
	const addresses = (some: { slug: string; number: number }[]) =>
		some.map((one) => `${one.slug}/${one.number}`).sort();
	const isOlder =
		locked !== null && addresses(locked.content.takenIn ?? []).join() !== addresses(sources).join();
	return { key, number, title, state, shows, isOlder };
}
