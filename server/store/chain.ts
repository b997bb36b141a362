import { desc, sql } from 'drizzle-orm';
import { cellColumns, sha256, storedCells, written, type StoredCell } from './row-hash.ts';
import { auditChain } from './schema.ts';
import type { Tx } from './store.ts';

/**
 * D11: the trail as a chain. The hash of a line is the SHA-256 of the 32 bytes of the hash before it (32
 * zeros before the first) and of the line as it lies in its row (`row-hash.ts`), its columns in the order of
 * `CHAINED`. Who knows one hash knows that every line up to it is what it was; so the newest, the head,
 * is worth writing down elsewhere.
 */

export const CHAINED = [
	'seq',
	'municipality_id',
	'at',
	'person_id',
	'person_name',
	'act',
	'report_id',
	'section_id',
	'from_state',
	'to_state',
	'reason',
	'hash',
	'detail'
] as const;

/** What stands before the first line, hexadecimal. */
export const CHAIN_START = '0'.repeat(64);

/** The newest line that the chain knows: its number, which is also how many there are. */
export type ChainHead = { seq: number; hash: string };

export const linkHash = (before: string, line: readonly StoredCell[]): string =>
	sha256(written(Buffer.from(before, 'hex'), line)).toString('hex');

/** Adds the line that this transaction has just inserted to the chain. */
export async function chainLine(tx: Tx, seq: number): Promise<void> {
	const [line] = tx.db.values(
		sql`SELECT ${sql.raw(cellColumns(CHAINED))} FROM audit_event WHERE seq = ${seq}`
	);
	if (!line) throw new Error(`line ${seq} of the trail is not there`);
	const before = (await chainHead(tx))?.hash ?? CHAIN_START;
	tx.db
		.insert(auditChain)
		.values({ seq, hash: linkHash(before, storedCells(line)) })
		.run();
}

/** The chain's head; null in an installation where nothing was done yet. */
export async function chainHead(tx: Tx): Promise<ChainHead | null> {
	const head = tx.db.select().from(auditChain).orderBy(desc(auditChain.seq)).limit(1).get();
	return head ?? null;
}
