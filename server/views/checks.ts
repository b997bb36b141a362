import type { Actor } from '#core/access.ts';
import { checkSections, mayOverride, type Finding } from '#core/checks.ts';
import { standing } from '#core/lineage-areas.ts';
import type { LineageLink } from '#core/lineage.ts';
import { permit } from '#core/permit.ts';
import { ok } from '#core/result.ts';
import type { SectionState } from '#core/section.ts';
import { fixContent } from '#server/commands/fix-content.ts';
import { reportAreas } from '#server/commands/report-areas.ts';
import { listLineage } from '#server/store/lineage.ts';
import { listOverrides, type Override } from '#server/store/overrides.ts';
import type { Tx } from '#server/store/store.ts';
import { seenSection } from './api-section.ts';
import { livingDoc, lockedContent } from './documents.ts';
import type { View } from './index.ts';
import { seenReport, seenSections, type SeenSection } from './seen.ts';

export type ToldFinding = Finding & {
	/** Who took it upon them; null when nobody did. */
	overridden: Omit<Override, 'finding'> | null;
	/** Whether it can be taken upon somebody at all. */
	mayOverride: boolean;
};

export type CheckedPageSection = {
	id: string;
	key: string;
	number: string;
	title: string;
	state: SectionState;
	/** The person may take what hinders upon them. */
	mayOverride: boolean;
	findings: ToldFinding[];
};

export type ChecksPage = {
	report: { id: string; title: string };
	/** Only those with findings, in order. */
	sections: CheckedPageSection[];
	/** How many sections were looked at. */
	checked: number;
};

/**
 * The findings of the sections that the person may read, by section. They are looked at together, so
 * that one figure with two values and what another section explains are known; what the person may not
 * read is not among them (A8).
 */
async function findingsOf(
	tx: Tx,
	actor: Actor,
	reportId: string
): Promise<{ seen: SeenSection; findings: ToldFinding[] }[]> {
	const all = await seenSections(tx, actor, reportId);
	const contents = await Promise.all(
		all.map(async ({ section }) => {
			const locked = await lockedContent(tx, section);
			return locked?.content ?? fixContent(tx, section, await livingDoc(tx, section));
		})
	);
	const findings = checkSections(
		contents.map(({ doc, figures, departments = [] }, i) => ({
			sectionId: all[i]?.section.id ?? '',
			doc,
			figures,
			departments
		})),
		{ lineage: await standingLineage(tx, reportId) }
	);
	return Promise.all(
		all.map(async (seen) => {
			const own = findings.filter((f) => f.place.sectionId === seen.section.id);
			const overrides = own.length === 0 ? [] : await listOverrides(tx, seen.section);
			const told = own.map((f) => {
				const found = overrides.find((o) => o.finding === f.key);
				const overridden = found ? { by: found.by, at: found.at, reason: found.reason } : null;
				return { ...f, overridden, mayOverride: mayOverride(f.code) };
			});
			return { seen, findings: told };
		})
	);
}

/** Y3: what was confirmed of areas that still exist; of all of the report, also what the person does not see. */
async function standingLineage(tx: Tx, reportId: string): Promise<LineageLink[]> {
	const confirmed = await listLineage(tx, reportId);
	return confirmed.length === 0 ? [] : standing(confirmed, await reportAreas(tx, reportId));
}

/** What the checks find in a report, section by section. */
export const checks: View<{ reportId: string }, ChecksPage> = async (tx, actor, params) => {
	const found = await seenReport(tx, actor, 'report.read', params.reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const all = await findingsOf(tx, person, report.id);
	return ok({
		report: { id: report.id, title: report.title },
		checked: all.length,
		sections: all
			.filter(({ findings }) => findings.length > 0)
			.map(({ seen: { section, thing }, findings }) => ({
				id: section.id,
				key: section.key,
				number: section.number,
				title: section.title,
				state: section.state,
				mayOverride: permit(person, 'section.override', thing).ok,
				findings
			}))
	});
};

/** What the checks find in one section, with the others of its report beside it. */
export const sectionFindings: View<{ sectionId: string }, ToldFinding[]> = async (
	tx,
	actor,
	params
) => {
	const seen = await seenSection(tx, actor, params.sectionId);
	if (!seen.ok) return seen;
	const { actor: person, section } = seen.value;
	const all = await findingsOf(tx, person, section.reportId);
	return ok(all.find((one) => one.seen.section.id === section.id)?.findings ?? []);
};
