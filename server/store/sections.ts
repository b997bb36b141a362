import type { Thing } from '#core/access.ts';
import type { LockFacts } from '#core/lock.ts';
import type { SectionState } from '#core/section.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { department, municipality, person, report, section, sectionShare } from './schema.ts';
import { prepared, type Tx } from './store.ts';
import { writersSinceApproval } from './writers.ts';

export type SectionRow = typeof section.$inferSelect;

/** A section with what stands around it: names, and the facts that `may` and `lockOn` need. */
export type Section = SectionRow & {
	authorityId: string;
	departmentName: string | null;
	/** Name of who brought it into its state. */
	stateByName: string | null;
	editedByName: string | null;
	sharedWith: string[];
	/** Those of them that change their own rows only. */
	rowsOnly: string[];
	fourEyes: boolean;
};

export async function insertSection(tx: Tx, row: typeof section.$inferInsert) {
	tx.db.insert(section).values(row).run();
}

const sharesOf = (db: Tx['db']) =>
	db
		.select({ id: sectionShare.departmentId, rowsOnly: sectionShare.rowsOnly })
		.from(sectionShare)
		.where(eq(sectionShare.sectionId, sql.placeholder('id')))
		.prepare();

const stateBy = alias(person, 'state_by_person');
const editedBy = alias(person, 'edited_by_person');

const joined = (db: Tx['db']) =>
	db
		.select({
			section,
			authorityId: report.authorityId,
			departmentName: department.name,
			fourEyes: municipality.fourEyes,
			stateByName: stateBy.name,
			editedByName: editedBy.name
		})
		.from(section)
		.innerJoin(report, eq(report.id, section.reportId))
		.innerJoin(municipality, eq(municipality.id, section.municipalityId))
		.leftJoin(department, eq(department.id, section.departmentId))
		.leftJoin(stateBy, eq(stateBy.id, section.stateBy))
		.leftJoin(editedBy, eq(editedBy.id, section.editedBy));

const sectionById = (db: Tx['db']) =>
	joined(db)
		.where(eq(section.id, sql.placeholder('id')))
		.prepare();

const sectionsOfReport = (db: Tx['db']) =>
	joined(db)
		.where(eq(section.reportId, sql.placeholder('reportId')))
		.orderBy(asc(section.position))
		.prepare();

type Joined = Omit<Section, keyof SectionRow | 'sharedWith' | 'rowsOnly'> & { section: SectionRow };

function complete(tx: Tx, { section: row, ...around }: Joined): Section {
	const shares = prepared(tx, sharesOf).all({ id: row.id });
	return {
		...row,
		...around,
		sharedWith: shares.map((share) => share.id),
		rowsOnly: shares.filter((share) => share.rowsOnly).map((share) => share.id)
	};
}

export async function getSection(tx: Tx, id: string): Promise<Section | undefined> {
	const row = prepared(tx, sectionById).get({ id });
	return row && complete(tx, row);
}

/** The report's sections in order. */
export async function listSections(tx: Tx, reportId: string): Promise<Section[]> {
	return prepared(tx, sectionsOfReport)
		.all({ reportId })
		.map((row) => complete(tx, row));
}

type SectionThing = Extract<Thing, { kind: 'section' }>;

/**
 * The section as `may` wants to know it for everything but an approval: a keystroke does not wait for
 * the question who wrote.
 */
export const thingToWrite = (s: Section): SectionThing => ({
	kind: 'section',
	municipalityId: s.municipalityId,
	reportId: s.reportId,
	authorityId: s.authorityId,
	departmentId: s.departmentId,
	sharedWith: s.sharedWith,
	rowsOnly: s.rowsOnly,
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

/** Replaces the departments that the section is shared with; those in `rowsOnly` for their own rows alone. */
export async function setShares(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'municipalityId'>,
	departmentIds: string[],
	rowsOnly: string[] = []
) {
	tx.db.delete(sectionShare).where(eq(sectionShare.sectionId, s.id)).run();
	for (const departmentId of departmentIds)
		tx.db
			.insert(sectionShare)
			.values({
				municipalityId: s.municipalityId,
				sectionId: s.id,
				departmentId,
				rowsOnly: rowsOnly.includes(departmentId)
			})
			.run();
}

/**
 * Begins the section's next epoch and returns it; `seq` goes on. The caller stores its first update in
 * the same transaction.
 */
export async function startEpoch(tx: Tx, s: Pick<SectionRow, 'id' | 'epoch'>): Promise<number> {
	const epoch = s.epoch + 1;
	tx.db.update(section).set({ epoch }).where(eq(section.id, s.id)).run();
	return epoch;
}

/** Notes who wrote last, where the log does not say it (texts that were taken in whole). */
export async function setEdited(tx: Tx, s: SectionRow, edited: { by: string; at: number }) {
	tx.db
		.update(section)
		.set({ editedBy: edited.by, editedAt: edited.at })
		.where(eq(section.id, s.id))
		.run();
}
