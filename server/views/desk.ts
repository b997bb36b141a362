import { may, type Actor } from '#core/access.ts';
import { blackline, type Blackline } from '#core/blackline/blackline.ts';
import { findingHinders } from '#core/checks.ts';
import { lockOn, type Lock } from '#core/lock.ts';
import type { FixedContent } from '#core/publication.ts';
import { ok, refuse } from '#core/result.ts';
import type { ThreadOnPage } from '#core/review.ts';
import type { SectionState } from '#core/section.ts';
import { hashOf } from '#schema/content.ts';
import { fixContent } from '#server/commands/fix-content.ts';
import { coordinatorsOf } from '#server/commands/notify.ts';
import { latestFixed, standingApproval } from '#server/store/approvals.ts';
import { listAudit } from '#server/store/audit.ts';
import { overriddenIn } from '#server/store/overrides.ts';
import { getPerson } from '#server/store/people.ts';
import { getReport } from '#server/store/reports.ts';
import { getSection, lockFacts, thingOf, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { seenSection } from './api-section.ts';
import { sectionFindings, type ToldFinding } from './checks.ts';
import { beforeOf, type Before } from './desk-before.ts';
import { deskHtml, imagesIn } from './desk-text.ts';
import { wroteSince, type Writer } from './desk-wrote.ts';
import { livingDoc } from './documents.ts';
import { driftOfSection, type DriftRow } from './drift.ts';
import type { View } from './index.ts';
import { lateDoneBy, lateOnPage, lateRows, type LateDone, type LateOnPage } from './late.ts';
import { review } from './review.ts';
import { seenSections, type SeenSection } from './seen.ts';
import { versionOf } from './versions.ts';

type Named = { id: string; number: string; title: string };
type Act = { by: string | null; at: number };

/** Why a submitted section cannot be approved by the person, although they coordinate it. */
export type NoApproval =
	/** A7; `others` may. */
	| { why: 'fourEyes'; others: string[] }
	/** R1: comments that must be met first. */
	| { why: 'mustMeet'; count: number }
	/** C1: findings that nobody has accepted. */
	| { why: 'findings'; count: number };

/** Everything that whoever approves a section looks at. */
export type DeskPage = {
	report: { id: string; title: string };
	section: Named & {
		key: string;
		chapter: string;
		department: string | null;
		articles: number[];
		state: SectionState;
	};
	lock: Lock | null;
	/** Of the text that is shown: what an approval is bound to (S4). */
	hash: string;
	submitted: Act | null;
	approved: Act | null;
	/** Of a draft: who opened it again and why. */
	opened: (Act & { reason: string }) | null;
	/** The text as it will be published; null where the differences are shown. */
	html: string | null;
	before: Before | null;
	difference: Blackline | null;
	/** What hinders first. */
	findings: ToldFinding[];
	mayOverride: boolean;
	/** Open comments and suggestions, those that must be met first. */
	threads: ThreadOnPage[];
	/** Open late contributions; for who does not coordinate the section their own. */
	late: LateOnPage[];
	/** How many there are that were decided about. */
	lateDecided: number;
	drift: DriftRow[];
	wrote: Writer[];
	/** May read who wrote what. */
	seesAuthors: boolean;
	/** The person coordinates the section: approves, gives back, opens. */
	decides: boolean;
	/** Empty where nothing keeps the person from approving. */
	noApproval: NoApproval[];
	/** The section that the person has just decided about. */
	done: (Named & { state: SectionState }) | null;
	/** The contribution that they have. */
	lateDone: LateDone | null;
	/** The next section that waits for the person, after this one in the report's order. */
	next: Named | null;
};

/**
 * The desk of whoever approves a section; whoever else reads the section sees it without the acts.
 * `changes`: the differences from what was approved or submitted before, in place of the text.
 */
export const desk: View<
	{
		reportId: string;
		sectionId: string;
		changes: boolean;
		/** Ids of what the address says that the person has decided about; it is told only if they have. */
		done: string | null;
		lateDone: string | null;
	},
	DeskPage
> = async (tx, actor, { reportId, sectionId, changes, ...past }) => {
	const found = await seenSection(tx, actor, sectionId);
	if (!found.ok) return found;
	const { actor: person, section, thing } = found.value;
	const report = await getReport(tx, section.reportId);
	if (report?.id !== reportId) return refuse({ code: 'notFound' });
	const fixed = section.state === 'draft' ? undefined : await latestFixed(tx, section.id);
	const content = fixed
		? (JSON.parse(fixed.content) as FixedContent)
		: await fixContent(tx, section, await livingDoc(tx, section));
	const at = fixed?.submittedAt ?? section.editedAt ?? section.stateAt;
	const before = await beforeOf(tx, section);
	const difference = changes && before ? await differenceFrom(tx, section, before, content) : null;
	const reviewed = await review(tx, person, { sectionId });
	const findings = await sectionFindings(tx, person, { sectionId });
	if (!reviewed.ok) return reviewed;
	if (!findings.ok) return findings;
	const late = await lateRows(tx, person, found.value);
	const open = late.filter((row) => row.state === 'open');
	const threads = reviewed.value.threads.filter(({ state }) => state === 'open');
	const decides = may(person, 'section.return', thing).may;
	const seesAuthors = may(person, 'section.history', thing).may;
	return ok({
		report: { id: report.id, title: report.title },
		section: { ...nameOf(section), ...aboutOf(section) },
		lock: lockOn(lockFacts(section)),
		hash: fixed?.hash ?? hashOf(content),
		submitted: fixed ? { by: await nameById(tx, fixed.submittedBy), at: fixed.submittedAt } : null,
		approved: await approvalOf(tx, section),
		opened: section.state === 'draft' ? await openingOf(tx, section) : null,
		html: difference ? null : await deskHtml(tx, { report, section }, content, at),
		before,
		difference,
		findings: hinderingFirst(findings.value),
		mayOverride: may(person, 'section.override', thing).may,
		threads: [...threads].sort((a, b) => Number(b.mustMeet) - Number(a.mustMeet)),
		late: await lateOnPage(tx, person, found.value, open),
		lateDecided: late.length - open.length,
		drift: await driftOfSection(tx, report, section),
		wrote: await wroteSince(tx, section, seesAuthors),
		seesAuthors,
		decides,
		noApproval: decides ? await noApprovalOf(tx, person, found.value, { threads, content }) : [],
		done: await doneBy(tx, person, past.done),
		lateDone: await lateDoneBy(tx, person, past.lateDone),
		next: await nextFor(tx, person, section)
	});
};

const nameOf = ({ id, number, title }: Section): Named => ({ id, number, title });

const aboutOf = (s: Section) => ({
	key: s.key,
	chapter: `${s.chapterNumber} ${s.chapterTitle}`,
	department: s.departmentName,
	articles: s.articles,
	state: s.state
});

const nameById = async (tx: Tx, id: string | null) =>
	id === null ? null : ((await getPerson(tx, id))?.name ?? null);

async function namesOf(tx: Tx, ids: string[]): Promise<string[]> {
	const names = await Promise.all(ids.map((id) => nameById(tx, id)));
	return names.filter((name) => name !== null).sort((a, b) => a.localeCompare(b, 'sv'));
}

async function differenceFrom(
	tx: Tx,
	section: Section,
	{ ref }: Before,
	content: FixedContent
): Promise<Blackline | null> {
	const version = await versionOf(tx, section, ref);
	if (!version) return null;
	return blackline(version.content, content, await imagesIn(tx, version.content, content));
}

async function approvalOf(tx: Tx, section: Section): Promise<Act | null> {
	if (section.state !== 'approved') return null;
	const approval = await standingApproval(tx, section.id);
	return approval ? { by: await nameById(tx, approval.approvedBy), at: approval.approvedAt } : null;
}

/** How the draft was last given back or opened again (S5). */
async function openingOf(tx: Tx, section: Section): Promise<DeskPage['opened']> {
	const all = await listAudit(tx, section.reportId);
	const event = all.find(({ sectionId, to }) => sectionId === section.id && to === 'draft');
	return event ? { by: event.personName, at: event.at, reason: event.reason ?? '' } : null;
}

const hinderingFirst = (findings: ToldFinding[]): ToldFinding[] => {
	const rank = (f: ToldFinding) => (f.severity !== 'blocking' ? 1 : f.overridden ? 2 : 0);
	return [...findings].sort((a, b) => rank(a) - rank(b));
};

async function noApprovalOf(
	tx: Tx,
	person: Actor,
	{ section, thing }: SeenSection,
	{ threads, content }: { threads: ThreadOnPage[]; content: FixedContent }
): Promise<NoApproval[]> {
	const reasons: NoApproval[] = [];
	const verdict = may(person, 'section.approve', thing);
	if (!verdict.may && verdict.why === 'fourEyes') {
		const coordinators = await coordinatorsOf(tx, section);
		const others = coordinators.filter((id) => !thing.wroteSinceApproval.includes(id));
		reasons.push({ why: 'fourEyes', others: await namesOf(tx, others) });
	}
	const count = threads.filter(({ mustMeet }) => mustMeet).length;
	if (count > 0) reasons.push({ why: 'mustMeet', count });
	const { id: sectionId, key, title } = section;
	const overridden = await overriddenIn(tx, section);
	const findings = findingHinders({ sectionId, key, title }, content, overridden).length;
	if (findings > 0) reasons.push({ why: 'findings', count: findings });
	return reasons;
}

/** What the person has made of the section that they were at before; null when it was not they. */
async function doneBy(tx: Tx, person: Actor, id: string | null): Promise<DeskPage['done']> {
	const section = id === null ? undefined : await getSection(tx, id);
	if (section?.stateBy !== person.personId) return null;
	const seen = may(person, 'section.read', await thingOf(tx, section)).may;
	return seen ? { ...nameOf(section), state: section.state } : null;
}

/** Of the report's submitted sections that the person may approve the first behind this one, round and round. */
async function nextFor(tx: Tx, person: Actor, section: Section): Promise<Named | null> {
	const all = await seenSections(tx, person, section.reportId);
	const here = all.findIndex((one) => one.section.id === section.id);
	const after = [...all.slice(here + 1), ...all.slice(0, Math.max(here, 0))];
	const waits = after.find(
		(one) => one.section.state === 'submitted' && may(person, 'section.approve', one.thing).may
	);
	return waits ? nameOf(waits.section) : null;
}
