import type Database from 'better-sqlite3';
import { CHAIN_START, CHAINED, linkHash } from './chain.ts';
import { cellColumns, storedCells } from './row-hash.ts';
import { SEALED, sealOf, type SealedTable } from './seals.ts';

/**
 * D11: seals a record from before there were seals and a chain, once, when its database is brought up to
 * date: only while the chain has no link. A row or a line that lacks its seal later is a finding of `verify`.
 */
export function sealRecord(sqlite: Database.Database): void {
	// Migrations of an older program have no chain yet.
	const chain = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'audit_chain'").get();
	if (chain === undefined) return;
	sqlite
		.transaction(() => {
			if (sqlite.prepare('SELECT 1 FROM audit_chain LIMIT 1').get() !== undefined) return;
			chainTrail(sqlite);
			for (const table of Object.keys(SEALED) as SealedTable[]) sealRows(sqlite, table);
		})
		.immediate();
}

function chainTrail(sqlite: Database.Database): void {
	const lines = sqlite.prepare('SELECT seq FROM audit_event ORDER BY seq').pluck();
	const line = sqlite
		.prepare(`SELECT ${cellColumns(CHAINED)} FROM audit_event WHERE seq = ?`)
		.raw();
	const add = sqlite.prepare('INSERT INTO audit_chain (seq, hash) VALUES (?, ?)');
	let hash = CHAIN_START;
	for (const seq of lines.all()) {
		hash = linkHash(hash, storedCells(line.get(seq) as unknown[]));
		add.run(seq, hash);
	}
}

function sealRows(sqlite: Database.Database, table: SealedTable): void {
	// A row's own number in the file: the tables' keys differ.
	const rows = sqlite.prepare(`SELECT rowid FROM ${table} WHERE seal IS NULL`).pluck();
	const row = sqlite
		.prepare(`SELECT ${cellColumns(SEALED[table])} FROM ${table} WHERE rowid = ?`)
		.raw();
	const set = sqlite.prepare(`UPDATE ${table} SET seal = ? WHERE rowid = ?`);
	for (const rowid of rows.all())
		set.run(sealOf(table, storedCells(row.get(rowid) as unknown[])), rowid);
}
