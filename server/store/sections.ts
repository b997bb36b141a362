import type { Thing } from '#core/access.ts';
import type { LockFacts } from '#core/lock.ts';
import type { SectionState } from '#core/section.ts';
import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import {
	department,
	municipality,
	person,
	report,
	section,
	sectionShare,
	sectionUpdate
} from './schema.ts';
import type { Tx } from './store.ts';

export type SectionRow = typeof section.$inferSelect;

/** A section with what stands around it: names, and the facts that `may` and `lockOn` need. */
export type Section = SectionRow & {
	authorityId: string;
	departmentName: string | null;
	/** Name of who brought it into its state. */
	stateByName: string | null;
	editedByName: string | null;
	sharedWith: string[];
	fourEyes: boolean;
};

export async function insertSection(tx: Tx, row: typeof section.$inferInsert) {
	tx.db.insert(section).values(row).run();
}

function shares(tx: Tx, sectionId: string): string[] {
	return tx.db
		.select({ id: sectionShare.departmentId })
		.from(sectionShare)
		.where(eq(sectionShare.sectionId, sectionId))
		.all()
		.map((r) => r.id);
}

function nameOf(tx: Tx, personId: string | null): string | null {
	if (personId === null) return null;
	const row = tx.db.select({ name: person.name }).from(person).where(eq(person.id, personId)).get();
	return row?.name ?? null;
}

const joined = (tx: Tx) =>
	tx.db
		.select({
			section,
			authorityId: report.authorityId,
			departmentName: department.name,
			fourEyes: municipality.fourEyes
		})
		.from(section)
		.innerJoin(report, eq(report.id, section.reportId))
		.innerJoin(municipality, eq(municipality.id, section.municipalityId))
		.leftJoin(department, eq(department.id, section.departmentId));

type Joined = {
	section: SectionRow;
	authorityId: string;
	departmentName: string | null;
	fourEyes: boolean;
};

const complete = (tx: Tx, row: Joined): Section => ({
	...row.section,
	authorityId: row.authorityId,
	departmentName: row.departmentName,
	fourEyes: row.fourEyes,
	stateByName: nameOf(tx, row.section.stateBy),
	editedByName: nameOf(tx, row.section.editedBy),
	sharedWith: shares(tx, row.section.id)
});

export async function getSection(tx: Tx, id: string): Promise<Section | undefined> {
	const row = joined(tx).where(eq(section.id, id)).get();
	return row && complete(tx, row);
}

/** The report's sections in order. */
export async function listSections(tx: Tx, reportId: string): Promise<Section[]> {
	return joined(tx)
		.where(eq(section.reportId, reportId))
		.orderBy(asc(section.position))
		.all()
		.map((row) => complete(tx, row));
}

/** The people who wrote in the section since it was last approved (A7). */
export async function writersSinceApproval(tx: Tx, s: SectionRow): Promise<string[]> {
	return tx.db
		.selectDistinct({ id: sectionUpdate.personId })
		.from(sectionUpdate)
		.where(
			and(
				eq(sectionUpdate.sectionId, s.id),
				eq(sectionUpdate.epoch, s.epoch),
				gt(sectionUpdate.seq, s.approvedSeq),
				isNotNull(sectionUpdate.personId)
			)
		)
		.all()
		.flatMap((r) => (r.id === null ? [] : [r.id]));
}

type SectionThing = Extract<Thing, { kind: 'section' }>;

/**
 * The section as `may` wants to know it for everything but an approval: who wrote is a question to the
 * log, and a keystroke must not wait for one that grows.
 */
export const thingToWrite = (s: Section): SectionThing => ({
	kind: 'section',
	municipalityId: s.municipalityId,
	reportId: s.reportId,
	authorityId: s.authorityId,
	departmentId: s.departmentId,
	sharedWith: s.sharedWith,
	wroteSinceApproval: [],
	fourEyes: s.fourEyes
});

/** The section as `may` wants to know it, with who wrote since its last approval (A7). */
export async function thingOf(tx: Tx, s: Section): Promise<SectionThing> {
	return { ...thingToWrite(s), wroteSinceApproval: await writersSinceApproval(tx, s) };
}

/** The section as `lockOn` wants to know it. */
export const lockFacts = (s: Section): LockFacts => ({
	state: s.state,
	stateBy: s.stateByName,
	stateAt: s.stateAt
});

/**
 * Moves the section to another state, if it still has the version that was seen.
 * @returns false when somebody else was first (S10)
 */
export async function setSectionState(
	tx: Tx,
	input: {
		sectionId: string;
		seenVersion: number;
		state: SectionState;
		by: string;
		at: number;
		/** Set when the content became approved (A7). */
		approvedSeq?: number;
	}
): Promise<boolean> {
	const done = tx.db
		.update(section)
		.set({
			state: input.state,
			stateBy: input.by,
			stateAt: input.at,
			version: input.seenVersion + 1,
			...(input.approvedSeq === undefined ? {} : { approvedSeq: input.approvedSeq })
		})
		.where(and(eq(section.id, input.sectionId), eq(section.version, input.seenVersion)))
		.run();
	return done.changes === 1;
}

export type SectionChange = {
	title?: string;
	articles?: number[];
	departmentId?: string | null;
	position?: number;
};

/** Changes title, tags, owner or order. The caller has checked that the section is open (S3). */
export async function changeSectionRow(tx: Tx, s: SectionRow, change: SectionChange) {
	tx.db
		.update(section)
		.set({ ...change, version: s.version + 1 })
		.where(eq(section.id, s.id))
		.run();
}

/** Replaces the departments that the section is shared with. */
export async function setShares(tx: Tx, s: SectionRow, departmentIds: string[]) {
	tx.db.delete(sectionShare).where(eq(sectionShare.sectionId, s.id)).run();
	for (const departmentId of departmentIds)
		tx.db
			.insert(sectionShare)
			.values({ municipalityId: s.municipalityId, sectionId: s.id, departmentId })
			.run();
}

/** Notes who wrote last, where the log does not say it (texts that were taken in whole). */
export async function setEdited(tx: Tx, s: SectionRow, edited: { by: string; at: number }) {
	tx.db
		.update(section)
		.set({ editedBy: edited.by, editedAt: edited.at })
		.where(eq(section.id, s.id))
		.run();
}
