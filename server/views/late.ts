import type { Actor } from '#core/access.ts';
import { blackline, type Blackline } from '#core/blackline/blackline.ts';
import { lockOn, type Lock } from '#core/lock.ts';
import { permit } from '#core/permit.ts';
import type { FixedContent } from '#core/publication.ts';
import { ok, type Refusal, type Result } from '#core/result.ts';
import type { SectionState } from '#core/section.ts';
import { docJson, loadDoc } from '#schema/content.ts';
import { changeOf } from '#server/commands/accept-late.ts';
import { fixContent } from '#server/commands/fix-content.ts';
import type { LateChange } from '#server/commands/late-change.ts';
import { updatesBetween } from '#server/store/history.ts';
import { getLate, listLate, type LateContribution } from '#server/store/late.ts';
import { documentBytes } from '#server/store/log.ts';
import { listDepartments } from '#server/store/organisation.ts';
import { getPerson } from '#server/store/people.ts';
import { lockFacts, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { livingDoc } from './documents.ts';
import type { View } from './index.ts';
import { seenReport, seenSections, type SeenSection } from './seen.ts';

/** Why nothing of a contribution can be taken in. */
export type NotTakenIn =
	| 'nothingLeft' // all of it stands in the text already
	| 'otherEpoch' // it was made to another document, and has no words that fit this one
	| 'tooLarge'
	| 'unreadable';

/** What taking a contribution in would write now (L3). */
export type WouldWrite =
	| { placed: LateChange['placed']; difference: Blackline; not: null }
	| { placed: null; difference: null; not: NotTakenIn };

/** A late contribution as a page shows it. */
export type LateOnPage = {
	id: string;
	section: { id: string; key: string; number: string; title: string; state: SectionState };
	author: string;
	department: string | null;
	isMine: boolean;
	at: number;
	/** What kept it out: a refusal's code, or `deleted` (L5). */
	why: string;
	/** The lock that it met; null where it was something else. */
	lock: Lock | null;
	/** When the text was last changed that its author saw; null where they saw none. */
	baseAt: number | null;
	/** Changes that were stored since. */
	changesSince: number;
	/** The document was made anew since, so that only its words can come in. */
	isOtherEpoch: boolean;
	/** Its passages as plain words. */
	text: string;
	state: LateContribution['state'];
	decided: { by: string; at: number; reason: string | null } | null;
	/** The person may take it in or decline it. */
	mayDecide: boolean;
	/** Nothing is taken in while it stands. */
	lockNow: Lock | null;
	/** Null when it was decided about. */
	wouldWrite: WouldWrite | null;
};

/** A contribution that somebody has decided about. */
export type LateDone = { state: 'accepted' | 'declined'; author: string };

export const LATE_STATES = ['open', 'accepted', 'declined'] as const;

export type LatePage = {
	report: { id: string; title: string };
	/** Those in the wished state, by section, the oldest first. */
	late: LateOnPage[];
	counts: Record<(typeof LATE_STATES)[number], number>;
	/** The one that the person has just decided about. */
	done: LateDone | null;
	/** The person decides about them; else these are their own. */
	mayDecide: boolean;
};

/** L3: a report's late contributions: all for who coordinates it, else the person's own. */
export const late: View<
	{ reportId: string; state: LateContribution['state'] | null; done: string | null },
	LatePage
> = async (tx, actor, { reportId, state, done }) => {
	const found = await seenReport(tx, actor, 'report.read', reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const seen = await seenSections(tx, person, report.id);
	const counts: LatePage['counts'] = { open: 0, accepted: 0, declined: 0 };
	const shown: LateOnPage[] = [];
	for (const one of seen) {
		const rows = await lateRows(tx, person, one);
		for (const row of rows) counts[row.state] += 1;
		const wished = rows.filter((row) => state === null || row.state === state);
		shown.push(...(await lateOnPage(tx, person, one, wished)));
	}
	return ok({
		report: { id: report.id, title: report.title },
		late: shown,
		counts,
		done: await lateDoneBy(tx, person, done),
		mayDecide: seen.some(({ thing }) => permit(person, 'section.late', thing).ok)
	});
};

/** What the person has decided about a contribution; null when it was not they, or nothing yet. */
export async function lateDoneBy(
	tx: Tx,
	person: Actor,
	id: string | null
): Promise<LateDone | null> {
	const row = id === null ? undefined : await getLate(tx, id);
	if (!row || row.state === 'open' || row.decidedBy !== person.personId) return null;
	return { state: row.state, author: (await getPerson(tx, row.personId))?.name ?? '' };
}

/** A section's contributions that the person may see. */
export async function lateRows(
	tx: Tx,
	actor: Actor,
	{ section, thing }: SeenSection
): Promise<LateContribution[]> {
	const all = permit(actor, 'section.late', thing).ok;
	return listLate(tx, section.id, all ? null : actor.personId);
}

/** These contributions of a section, with what taking them in would write. */
export async function lateOnPage(
	tx: Tx,
	actor: Actor,
	{ section, thing }: SeenSection,
	rows: LateContribution[]
): Promise<LateOnPage[]> {
	if (rows.length === 0) return [];
	const mayDecide = permit(actor, 'section.late', thing).ok;
	const departments = await listDepartments(tx, section.municipalityId);
	const name = async (id: string | null) =>
		id === null ? '' : ((await getPerson(tx, id))?.name ?? '');
	const { id, key, number, title, state } = section;
	const lockNow = lockOn(lockFacts(section));
	const isOpen = rows.some((row) => row.state === 'open');
	const now = isOpen ? await fixContent(tx, section, await livingDoc(tx, section)) : null;
	return Promise.all(
		rows.map(async (row) => ({
			id: row.id,
			section: { id, key, number, title, state },
			author: await name(row.personId),
			department: departments.find((d) => d.id === row.departmentId)?.name ?? null,
			isMine: row.personId === actor.personId,
			at: row.at,
			why: row.why,
			// Written by `keepLate` alone, from a lock.
			lock: row.lock as Lock | null,
			baseAt: await writtenAt(tx, row),
			changesSince: Math.max(0, section.seq - row.baseSeq),
			isOtherEpoch: row.epoch !== section.epoch,
			text: row.text,
			state: row.state,
			decided:
				row.decidedAt === null
					? null
					: { by: await name(row.decidedBy), at: row.decidedAt, reason: row.reason },
			mayDecide: mayDecide && row.state === 'open',
			lockNow,
			wouldWrite: row.state === 'open' && now ? await wouldWrite(tx, section, row, now) : null
		}))
	);
}

/** When the last update was stored that the contribution's author had seen. */
async function writtenAt(tx: Tx, row: LateContribution): Promise<number | null> {
	if (row.baseSeq < 1) return null;
	const place = { id: row.sectionId, epoch: row.epoch };
	const span = { after: row.baseSeq - 1, upTo: row.baseSeq };
	return (await updatesBetween(tx, place, span))[0]?.at ?? null;
}

async function wouldWrite(
	tx: Tx,
	section: Section,
	row: LateContribution,
	now: FixedContent
): Promise<WouldWrite> {
	const change = await changeOf(tx, section, row);
	if (!change.ok) return { placed: null, difference: null, not: reasonOf(change) };
	const { parts } = await documentBytes(tx, section);
	const ydoc = loadDoc([...parts, change.value.bytes]);
	try {
		const difference = blackline(now, { ...now, doc: docJson(ydoc) });
		return { placed: change.value.placed, difference: aroundChanges(difference), not: null };
	} finally {
		ydoc.destroy();
	}
}

/** What changes, each with the passage before and after it: a contribution is a few words of a long text. */
function aroundChanges(difference: Blackline): Blackline {
	const isNear = (_: unknown, i: number, all: Blackline['blocks']) =>
		[all[i - 1], all[i], all[i + 1]].some((block) => block && block.change !== null);
	return { ...difference, blocks: difference.blocks.filter(isNear) };
}

function reasonOf({ refusal }: Extract<Result<never>, { ok: false }>): NotTakenIn {
	const reasons: Partial<Record<Refusal['code'], NotTakenIn>> = {
		moved: 'nothingLeft',
		otherEpoch: 'otherEpoch',
		tooLarge: 'tooLarge'
	};
	return reasons[refusal.code] ?? 'unreadable';
}
