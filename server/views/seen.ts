import type { Act, Actor } from '#core/access.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { getReport, listReports, reportThing, type Report } from '#server/store/reports.ts';
import { listSections, thingOf, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';

/** The report, when the person may do `act` to it; what may not be seen does not exist (A8). */
export async function seenReport(
	tx: Tx,
	actor: Actor | null,
	act: Act,
	reportId: string
): Promise<Result<{ actor: Actor; report: Report }>> {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const report = await getReport(tx, reportId);
	if (!report) return refuse({ code: 'notFound' });
	const seen = permit(actor, 'report.read', reportThing(report));
	if (!seen.ok) return seen;
	const allowed = permit(actor, act, reportThing(report));
	return allowed.ok ? ok({ actor, report }) : allowed;
}

/** The reports that the person may see, the newest year first. */
export async function seenReports(tx: Tx, actor: Actor): Promise<Report[]> {
	const all = await listReports(tx, actor.municipalityId);
	return all.filter((r) => permit(actor, 'report.read', reportThing(r)).ok);
}

export type SeenSection = {
	section: Section;
	/** The section as `may` wants to know it. */
	thing: Awaited<ReturnType<typeof thingOf>>;
};

/** The sections of a report that the person may read, in order. */
export async function seenSections(tx: Tx, actor: Actor, reportId: string): Promise<SeenSection[]> {
	const seen: SeenSection[] = [];
	for (const section of await listSections(tx, reportId)) {
		const thing = await thingOf(tx, section);
		if (permit(actor, 'section.read', thing).ok) seen.push({ section, thing });
	}
	return seen;
}
