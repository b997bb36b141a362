import { may, type Actor } from '#core/access.ts';
import { dueOn, type Deadline } from '#core/deadline.ts';
import { ok } from '#core/result.ts';
import type { RequiredBlock } from '#core/template.ts';
import { missingBlocks } from '#schema/text.ts';
import { listAudit } from '#server/store/audit.ts';
import { listMunicipalities } from '#server/store/organisation.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { livingDoc } from './documents.ts';
import { editionCards, newestOfEach, type EditionCard } from './editions.ts';
import type { View } from './index.ts';
import { previewsToRead, type PreviewLine } from './preview.ts';
import { seenReports, seenSections } from './seen.ts';
import { shelvesFor, type Shelf } from './shelves.ts';

/** One section that waits for the person. */
export type Waiting = {
	sectionId: string;
	key: string;
	number: string;
	title: string;
	reportId: string;
	reportTitle: string;
	/** Who brought it there, and when: who submitted it, or last wrote in it. */
	by: string | null;
	at: number | null;
	/** Required blocks that a draft lacks. */
	missing: string[];
	/** Why a draft was returned or reopened; null for one that never was locked. */
	openedBecause: string | null;
	/** The day by which it is to be submitted (R6). */
	dueOn: Deadline | null;
};

export type StartPage = {
	/** The municipality's name; empty when the installation has none yet. */
	municipality: string;
	/** The newest edition of each report, for anyone. */
	editions: EditionCard[];
	/** What was released to the one who is signed in, to be read before its decision (A5). */
	toRead: PreviewLine[];
	/** What awaits the one who is signed in; null for others. */
	work: {
		toApprove: Waiting[];
		/** Submitted sections that the person coordinates but wrote in, so that others approve (A7). */
		forOthers: Waiting[];
		/** Required drafts of the person's own department, and those that were given back. */
		toWrite: Waiting[];
		/** There are reports, and the person writes, but in none of their sections yet. */
		hasNoSection: boolean;
		shelves: Shelf[];
	} | null;
};

/** The first page: published editions for anyone, and for who is signed in what awaits them. */
export const start: View<null, StartPage> = async (tx, actor) => {
	const editions = newestOfEach(await editionCards(tx));
	const [municipality] = await listMunicipalities(tx);
	const toRead = actor === null ? [] : await previewsToRead(tx, actor);
	const page = { municipality: municipality?.name ?? '', editions, toRead };
	if (actor === null) return ok({ ...page, work: null });
	return ok({
		...page,
		work: { ...(await waitingFor(tx, actor)), shelves: await shelvesFor(tx, actor) }
	});
};

async function waitingFor(tx: Tx, actor: Actor) {
	const toApprove: Waiting[] = [];
	const forOthers: Waiting[] = [];
	const toWrite: Waiting[] = [];
	const reports = await seenReports(tx, actor);
	let writesSomewhere = !actor.grants.some((g) => g.role === 'writer');
	for (const report of reports) {
		const opened = await openingReasons(tx, report.id);
		for (const { section: s, thing } of await seenSections(tx, actor, report.id)) {
			writesSomewhere ||= [s.departmentId, ...s.sharedWith].some((id) => isOwn(actor, id));
			const waiting: Waiting = {
				sectionId: s.id,
				key: s.key,
				number: s.number,
				title: s.title,
				reportId: report.id,
				reportTitle: report.title,
				by: s.state === 'submitted' ? s.stateByName : s.editedByName,
				at: s.state === 'submitted' ? s.stateAt : s.editedAt,
				missing: [],
				openedBecause: null,
				dueOn: dueOn(s, report)
			};
			if (s.state === 'submitted') {
				const verdict = may(actor, 'section.approve', thing);
				if (verdict.may) toApprove.push(waiting);
				else if (verdict.why === 'fourEyes') forOthers.push(waiting);
			} else if (s.state === 'draft' && isOwn(actor, s.departmentId)) {
				waiting.openedBecause = opened.get(s.id) ?? null;
				waiting.missing = await missingIn(tx, s);
				// What may be left out waits for nobody, unless it was given back.
				if (s.required || waiting.openedBecause !== null) toWrite.push(waiting);
			}
		}
	}
	const hasNoSection = reports.length > 0 && !writesSomewhere;
	return { toApprove, forOthers, toWrite: inOrderOfDays(toWrite), hasNoSection };
}

/** What is wanted first comes first, what has no day last; else in the order of the reports. */
const inOrderOfDays = (waiting: Waiting[]): Waiting[] =>
	waiting.toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9', 'en'));

const missingIn = async (tx: Tx, s: Section): Promise<string[]> =>
	missingBlocks(await livingDoc(tx, s), s.requiredBlocks as RequiredBlock[]);

/** By section: the reason with which it was last returned or reopened (S5). */
async function openingReasons(tx: Tx, reportId: string): Promise<Map<string, string>> {
	const reasons = new Map<string, string>();
	for (const event of await listAudit(tx, reportId))
		if (event.to === 'draft' && event.sectionId !== null && !reasons.has(event.sectionId))
			reasons.set(event.sectionId, event.reason ?? '');
	return reasons;
}

/** The person writes through the department that owns the section. */
const isOwn = (actor: Actor, departmentId: string | null): boolean =>
	actor.grants.some((g) => g.role === 'writer' && g.departmentId === departmentId);
