import { unpack, type LoggedUpdate } from '#server/store/pack.ts';
import { ADVICE, examine, rowName, type Look } from './look.ts';

export type ProvedSection = { id: string; epoch: number; seq: number };

/** What one epoch of a section holds, in order. */
export type Epoch = { epoch: number; updates: LoggedUpdate[] };

/**
 * D9: the section's whole log, epoch by epoch: every number from 1 to the section's is there once, in the
 * packs or in the rows. What is missing, doubled or in disorder is a finding.
 */
export function proveLog(look: Look, section: ProvedSection): Epoch[] {
	const { db, found } = look;
	const say = (table: string, row: string, problem: string) =>
		found({ table, row, problem, advice: ADVICE.restore });
	const named = (epoch: number, key: string, seq: number) =>
		rowName({ section: section.id, epoch, [key]: seq });
	const packs = db
		.prepare<[string], { epoch: number; from: number; to: number; bytes: Uint8Array }>(
			'SELECT epoch, from_seq "from", to_seq "to", bytes FROM section_history WHERE section_id = ? ORDER BY epoch, from_seq'
		)
		.all(section.id);
	const rows = db
		.prepare<[string], LoggedUpdate & { epoch: number }>(
			'SELECT epoch, seq, person_id "personId", at, bytes FROM section_update WHERE section_id = ? ORDER BY epoch, seq'
		)
		.all(section.id);
	const all: (LoggedUpdate & { epoch: number; table: string; row: string })[] = [];
	for (const { epoch, from, to, bytes } of packs) {
		const at = { table: 'section_history', row: named(epoch, 'from_seq', from) };
		examine(look, at, () => {
			const updates = unpack(bytes);
			for (const update of updates) all.push({ ...update, epoch, ...at });
			return updates[0]?.seq === from && updates.at(-1)?.seq === to
				? null
				: `says that it holds ${from} to ${to}, and holds others`;
		});
	}
	for (const row of rows)
		all.push({ ...row, table: 'section_update', row: named(row.epoch, 'seq', row.seq) });
	all.sort((a, b) => a.epoch - b.epoch || a.seq - b.seq);

	let last = 0;
	const epochs: Epoch[] = [];
	for (const { epoch, table, row, ...update } of all) {
		if (update.seq > last + 1) {
			const missing = update.seq === last + 2 ? `${last + 1}` : `${last + 1} to ${update.seq - 1}`;
			say('section_update', named(epoch, 'seq', last + 1), `is missing (updates ${missing})`);
		} else if (update.seq <= last) say(table, row, 'is in the log twice, or in the wrong epoch');
		if (epoch > section.epoch) say(table, row, `is of an epoch that the section has not reached`);
		last = Math.max(last, update.seq);
		if (epochs.at(-1)?.epoch !== epoch) epochs.push({ epoch, updates: [] });
		epochs.at(-1)?.updates.push(update);
	}
	if (last < section.seq)
		say('section_update', named(section.epoch, 'seq', last + 1), 'is missing');
	if (last !== section.seq)
		say(
			'section',
			`id ${section.id}`,
			`says that its log ends at ${section.seq}, and it ends at ${last}`
		);
	else if (epochs.length > 0 && epochs.at(-1)?.epoch !== section.epoch)
		say('section', `id ${section.id}`, `is in epoch ${section.epoch}, of which nothing is stored`);
	proveWriters(look, section, all);
	proveApprovedSeq(look, section, all);
	return epochs;
}

/** A7: the table of who wrote last says what the log says. */
function proveWriters(
	{ db, found }: Look,
	section: ProvedSection,
	updates: readonly { seq: number; personId: string | null }[]
): void {
	const due = new Map<string, number>();
	for (const { personId, seq } of updates) if (personId !== null) due.set(personId, seq);
	const rows = db
		.prepare<[string], [string, number]>(
			'SELECT person_id, last_seq FROM section_writer WHERE section_id = ?'
		)
		.raw()
		.all(section.id);
	const say = (personId: string, problem: string) =>
		found({
			table: 'section_writer',
			row: rowName({ section: section.id, person: personId }),
			problem,
			advice: ADVICE.restore
		});
	for (const [personId, seq] of rows) {
		if (due.get(personId) !== seq)
			say(personId, `says ${seq}; by the log they wrote ${due.get(personId) ?? 'nothing'} last`);
		due.delete(personId);
	}
	for (const [personId, seq] of due) say(personId, `is missing; they wrote update ${seq}`);
}

/**
 * A7: up to where writing counts as approved is where the newest approval's content ends, and nowhere without
 * one. Updates of the program's own may follow that content (a text made anew): whose writing counts is the
 * same with and without them.
 */
function proveApprovedSeq(
	{ db, found }: Look,
	section: ProvedSection,
	updates: readonly { seq: number; personId: string | null }[]
): void {
	const fixed = db
		.prepare<[string], number>(
			'SELECT f.seq FROM approval a JOIN fixed_content f ON f.id = a.fixed_id WHERE a.section_id = ? ORDER BY a.rowid DESC LIMIT 1'
		)
		.pluck()
		.get(section.id);
	const isApproved = fixed !== undefined;
	const due = fixed ?? 0;
	const now = db
		.prepare<[string], number>('SELECT approved_seq FROM section WHERE id = ?')
		.pluck()
		.get(section.id);
	const beyond = updates.filter(({ seq }) => seq > due && seq <= (now ?? 0));
	const isRight =
		now === due ||
		(isApproved &&
			now !== undefined &&
			now > due &&
			now <= section.seq &&
			beyond.every(({ personId }) => personId === null));
	if (!isRight)
		found({
			table: 'section',
			row: `id ${section.id}`,
			problem: `counts writing up to ${now} as approved; the approved content ends at ${due}`,
			advice: ADVICE.restore
		});
}
