import { may, type Actor } from '#core/access.ts';
import type { UnreadRow } from '#core/rollover/last-plan.ts';
import { hasNextYear, nextTitle } from '#core/rollover/carried.ts';
import type { RolledOver } from '#core/rollover/roll-over.ts';
import { ok, refuse } from '#core/result.ts';
import { permit } from '#core/permit.ts';
import { newestEdition, type Edition } from '#server/store/editions.ts';
import { getAuthority } from '#server/store/organisation.ts';
import { listReportIndicators, type Report } from '#server/store/reports.ts';
import { rolledOver, type Outsider } from '#server/store/rolled-over.ts';
import type { Tx } from '#server/store/store.ts';
import type { View } from './index.ts';
import { seenReports } from './seen.ts';

/** A report whose next year can be made. */
export type RollOverSource = {
	reportId: string;
	title: string;
	reportYear: number;
	authority: string;
	/** Its newest edition. */
	number: number;
	publishedAt: number;
};

/** What would be made of a report: shown before it is. */
export type RollOverPlan = {
	source: RollOverSource;
	/** Year and title that the new report gets when nobody says another. */
	reportYear: number;
	title: string;
	sections: number;
	indicators: number;
	followUp: RolledOver['followUp'];
	unread: UnreadRow[];
	absent: RolledOver['absent'];
	/** Whom the coordinator must share with anew (A4). */
	outsiders: Outsider[];
	/** Reports that were already made of it. */
	already: { id: string; title: string; reportYear: number }[];
};

export type RollOverPage = {
	sources: RollOverSource[];
	/** Of the report that was asked for, else of the newest; null where there is none. */
	plan: RollOverPlan | null;
};

type Source = { report: Report; edition: Edition };

/** Y1: what can be made of last year's editions. An unknown report is asked for as none. */
export const rollOverPage: View<{ fromReportId: string | null }, RollOverPage> = async (
	tx,
	actor,
	{ fromReportId }
) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'report.create', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const all = await sourcesFor(tx, actor);
	const asked = all.find(({ report }) => report.id === fromReportId);
	if (fromReportId !== null && !asked) return refuse({ code: 'notFound' });
	const chosen = asked ?? all[0];
	return ok({
		sources: await Promise.all(all.map((one) => told(tx, one))),
		plan: chosen ? await planOf(tx, actor, chosen) : null
	});
};

/** True where the person may make the next year of this report. */
export async function mayRollOver(tx: Tx, actor: Actor, report: Report): Promise<boolean> {
	return coordinatesAll(actor, report) && (await newestEdition(tx, report.id)) !== undefined;
}

const coordinatesAll = (actor: Actor, { kind, municipalityId, authorityId }: Report): boolean =>
	hasNextYear(kind) &&
	may(actor, 'report.create', { kind: 'municipality', municipalityId }).may &&
	actor.grants.some(
		(g) => g.role === 'coordinator' && g.reportId === null && g.authorityId === authorityId
	);

/** The published reports of the authorities that the person coordinates, the newest year first. */
async function sourcesFor(tx: Tx, actor: Actor): Promise<Source[]> {
	const sources: Source[] = [];
	for (const report of await seenReports(tx, actor)) {
		const edition = coordinatesAll(actor, report) && (await newestEdition(tx, report.id));
		if (edition) sources.push({ report, edition });
	}
	return sources;
}

const told = async (tx: Tx, { report, edition }: Source): Promise<RollOverSource> => ({
	reportId: report.id,
	title: report.title,
	reportYear: report.reportYear,
	authority: (await getAuthority(tx, report.authorityId))?.name ?? '',
	number: edition.number,
	publishedAt: edition.publishedAt
});

async function planOf(tx: Tx, actor: Actor, { report, edition }: Source): Promise<RollOverPlan> {
	let made = 0;
	const rolled = await rolledOver(tx, report, edition, () => `preview-${(made += 1)}`);
	const reportYear = report.reportYear + 1;
	const already = (await seenReports(tx, actor)).filter((r) => r.previousReportId === report.id);
	return {
		source: await told(tx, { report, edition }),
		reportYear,
		title: nextTitle(report.title, report.reportYear, reportYear),
		sections: rolled.sections.length,
		indicators: (await listReportIndicators(tx, report.id)).length,
		followUp: rolled.followUp,
		unread: rolled.unread,
		absent: rolled.absent,
		outsiders: rolled.outsiders,
		already: already.map(({ id, title, reportYear: year }) => ({ id, title, reportYear: year }))
	};
}
