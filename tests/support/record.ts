import { loadDoc } from '#schema/content.ts';
import { unpack } from '#server/store/pack.ts';
import Database from 'better-sqlite3';
import { zstdDecompressSync } from 'node:zlib';
import type * as Y from 'yjs';

export type Numbered = { seq: number; bytes: Uint8Array };

/** A section as it lies in the file, read past the program that wrote it. */
export type SectionRecord = {
	id: string;
	state: string;
	seq: number;
	/** The raw log of the section's epoch, from the first update: what is packed, then what is not. */
	log: Numbered[];
	/** How many of them lie in packs. */
	packed: number;
	/** The newest snapshot, with the hash that was stored beside it. */
	snapshot: (Numbered & { hash: string | null }) | null;
	/** Where the last transition in the audit trail led to; null when there was none. */
	lastTo: string | null;
	/** How many transitions the audit trail holds. */
	transitions: number;
	lastHash: string | null;
	/** What was fixed last: at which update, and its hash. */
	fixed: { seq: number; hash: string } | null;
};

/** The database as a stranger reads it. */
export type FileRecord = {
	integrity: string;
	sections: SectionRecord[];
	/** Every late contribution that is kept. */
	lateIds: Set<string>;
};

/** Reads the file with a connection of its own, while a server may have it open. */
export function readRecord(file: string, sectionIds: string[]): FileRecord {
	const db = new Database(file, { readonly: true });
	try {
		return {
			integrity: db.pragma('integrity_check', { simple: true }) as string,
			sections: sectionIds.map((id) => sectionRecord(db, id)),
			lateIds: new Set(db.prepare('SELECT id FROM late_contribution').pluck().all() as string[])
		};
	} finally {
		db.close();
	}
}

/** The document that the raw log alone makes. The caller destroys it. */
export const replay = (section: SectionRecord): Y.Doc => loadDoc(section.log.map((r) => r.bytes));

type Row = { id: string; state: string; seq: number; epoch: number };
function sectionRecord(db: Database.Database, id: string): SectionRecord {
	const row = db.prepare('SELECT id, state, seq, epoch FROM section WHERE id = ?').get(id) as
		Row | undefined;
	if (!row) throw new Error(`no section ${id}`);
	const of = 'WHERE section_id = ? AND epoch = ? ORDER BY';
	const rows = db
		.prepare(`SELECT seq, bytes FROM section_update ${of} seq`)
		.all(id, row.epoch) as Numbered[];
	const packs = db
		.prepare(`SELECT bytes FROM section_history ${of} from_seq`)
		.pluck()
		.all(id, row.epoch) as Uint8Array[];
	const packed = packs.flatMap((pack) => unpack(pack));
	const snapshot = db
		.prepare(`SELECT seq, bytes, format, hash FROM section_snapshot ${of} seq DESC LIMIT 1`)
		.get(id, row.epoch) as (Numbered & { format: number; hash: string | null }) | undefined;
	const last = db
		.prepare(
			'SELECT to_state, hash FROM audit_event WHERE section_id = ? AND to_state IS NOT NULL ORDER BY seq DESC LIMIT 1'
		)
		.get(id) as { to_state: string; hash: string | null } | undefined;
	const fixed = db
		.prepare(
			'SELECT seq, hash FROM fixed_content WHERE section_id = ? ORDER BY submitted_at DESC, seq DESC LIMIT 1'
		)
		.get(id) as { seq: number; hash: string } | undefined;
	return {
		id,
		state: row.state,
		seq: row.seq,
		log: [...packed.map(({ seq, bytes }) => ({ seq, bytes })), ...rows],
		packed: packed.length,
		snapshot: snapshot
			? {
					seq: snapshot.seq,
					hash: snapshot.hash,
					bytes: snapshot.format === 0 ? snapshot.bytes : zstdDecompressSync(snapshot.bytes)
				}
			: null,
		lastTo: last?.to_state ?? null,
		transitions: db
			.prepare('SELECT count(*) FROM audit_event WHERE section_id = ? AND to_state IS NOT NULL')
			.pluck()
			.get(id) as number,
		lastHash: last?.hash ?? null,
		fixed: fixed ?? null
	};
}
