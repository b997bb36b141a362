import { and, eq, sql } from 'drizzle-orm';
import { clientClaim, section, sectionUpdate } from './schema.ts';
import { sealOfUpdate } from './seals.ts';
import type { SectionRow } from './sections.ts';
import { prepared, type Tx } from './store.ts';

/**
 * The log's end, on the road of every keystroke: statements that are built once. What a section's log
 * is besides stands in `log.ts`.
 */

const insertUpdate = (db: Tx['db']) =>
	db
		.insert(sectionUpdate)
		.values({
			municipalityId: sql.placeholder('municipalityId'),
			sectionId: sql.placeholder('sectionId'),
			epoch: sql.placeholder('epoch'),
			seq: sql.placeholder('seq'),
			personId: sql.placeholder('personId'),
			at: sql.placeholder('at'),
			bytes: sql.placeholder('bytes'),
			seal: sql.placeholder('seal')
		})
		.prepare();

const moveSection = (db: Tx['db']) =>
	db
		.update(section)
		.set({ seq: sql`${sql.placeholder('seq')}` })
		.where(eq(section.id, sql.placeholder('id')))
		.prepare();

const moveSectionBy = (db: Tx['db']) =>
	db
		.update(section)
		.set({
			seq: sql`${sql.placeholder('seq')}`,
			editedAt: sql`${sql.placeholder('at')}`,
			editedBy: sql`${sql.placeholder('by')}`
		})
		.where(eq(section.id, sql.placeholder('id')))
		.prepare();

const ownerOf = (db: Tx['db']) =>
	db
		.select({ personId: clientClaim.personId })
		.from(clientClaim)
		.where(
			and(
				eq(clientClaim.sectionId, sql.placeholder('sectionId')),
				eq(clientClaim.epoch, sql.placeholder('epoch')),
				eq(clientClaim.clientId, sql.placeholder('clientId'))
			)
		)
		.prepare();

type Place = Pick<SectionRow, 'id' | 'municipalityId' | 'epoch'>;

/** Stores one update under its number; the section's own row is moved by `moveLog`. */
export async function insertUpdateRow(
	tx: Tx,
	s: Place,
	row: { seq: number; personId: string | null; at: number; bytes: Uint8Array }
) {
	prepared(tx, insertUpdate).run({
		municipalityId: s.municipalityId,
		sectionId: s.id,
		epoch: s.epoch,
		seq: row.seq,
		personId: row.personId,
		at: row.at,
		bytes: Buffer.from(row.bytes.buffer, row.bytes.byteOffset, row.bytes.byteLength),
		seal: sealOfUpdate(s, row)
	});
}

/** The log has come to `seq`; `by` wrote last, at `at`, unless it was the server itself. */
export async function moveLog(
	tx: Tx,
	s: Place,
	to: { seq: number; by: string | null; at: number }
) {
	if (to.by === null) prepared(tx, moveSection).run({ id: s.id, seq: to.seq });
	else prepared(tx, moveSectionBy).run({ id: s.id, seq: to.seq, at: to.at, by: to.by });
}

/** Claims a client id for a person; false when it is somebody else's (W5). */
export async function claimClient(
	tx: Tx,
	s: Place,
	claim: { clientId: number; personId: string }
): Promise<boolean> {
	const owner = prepared(tx, ownerOf).get({
		sectionId: s.id,
		epoch: s.epoch,
		clientId: claim.clientId
	});
	if (owner) return owner.personId === claim.personId;
	tx.db
		.insert(clientClaim)
		.values({
			municipalityId: s.municipalityId,
			sectionId: s.id,
			epoch: s.epoch,
			clientId: claim.clientId,
			personId: claim.personId
		})
		.run();
	return true;
}
