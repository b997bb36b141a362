import { CHAIN_START, CHAINED, linkHash, type ChainHead } from '#server/store/chain.ts';
import { cellColumns, storedCells } from '#server/store/row-hash.ts';
import { ADVICE, type Look } from './look.ts';

type Chained = { count: number; head: ChainHead | null };

/**
 * D11: the trail line by line against its chain: none was changed, removed, put in between or moved. That the
 * last ones were removed with their links shows in SQLite's own count of numbers given, and by the heads
 * that were noted elsewhere.
 */
export function proveTrail({ db, found }: Look): Chained {
	const event = (seq: number, problem: string) =>
		found({ table: 'audit_event', row: `seq ${seq}`, problem, advice: ADVICE.trail });
	const link = (seq: number, problem: string) =>
		found({ table: 'audit_chain', row: `seq ${seq}`, problem, advice: ADVICE.trail });

	const links = new Map(
		db.prepare<[], [number, unknown]>('SELECT seq, hash FROM audit_chain').raw().all()
	);
	const lines = db
		.prepare<[], unknown[]>(`SELECT seq, ${cellColumns(CHAINED)} FROM audit_event ORDER BY seq`)
		.raw();
	let [last, hash, count] = [0, CHAIN_START, 0];
	// Of a line that does not fit its link, the next one tells which of the two was changed; and of one that
	// has none, whether the line was put in.
	let doubt: { seq: number; due: string; isSaid: boolean } | null = null;
	const wrongLine = (seq: number) =>
		event(seq, 'is not the line, or not at the place, that the chain knows');
	for (const [number, ...row] of lines.iterate()) {
		const seq = Number(number);
		const cells = storedCells(row);
		count += 1;
		for (let missing = last + 1; missing < seq && missing <= last + 10; missing++)
			event(missing, 'is missing');
		last = seq;
		const stored = links.get(seq);
		links.delete(seq);
		if (stored === undefined) {
			link(seq, 'is missing: the line was added past the program, or its link was removed');
			if (doubt && !doubt.isSaid) wrongLine(doubt.seq);
			doubt = { seq, due: linkHash(hash, cells), isSaid: true };
			continue;
		}
		const due = linkHash(hash, cells);
		if (doubt && linkHash(doubt.due, cells) === stored) {
			if (!doubt.isSaid) link(doubt.seq, 'is not the hash of its line');
			doubt = null;
			hash = stored;
			continue;
		}
		if (doubt && !doubt.isSaid) wrongLine(doubt.seq);
		doubt = due === stored ? null : { seq, due, isSaid: false };
		// What follows is judged by what is stored, so that one fault is one finding.
		hash = typeof stored === 'string' && /^[0-9a-f]{64}$/.test(stored) ? stored : due;
	}
	if (doubt && !doubt.isSaid) {
		// Nothing follows that could tell which of the two.
		event(doubt.seq, 'or its link in audit_chain is not what it was');
		link(doubt.seq, 'or its line in audit_event is not what it was');
	}
	for (const seq of links.keys()) link(seq, 'belongs to a line that is not there');
	const given = db
		.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'audit_event'")
		.pluck()
		.get();
	if ((given ?? 0) !== last)
		event(
			Math.max(given ?? 0, last),
			`SQLite has given ${given ?? 0} numbers, the trail ends at ${last}`
		);
	return { count, head: last === 0 ? null : { seq: last, hash } };
}
