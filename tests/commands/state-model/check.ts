import { lockOn } from '#core/lock.ts';
import { sha256Hex } from '#schema/content.ts';
import { listApprovals } from '#server/store/approvals.ts';
import { getSection, lockFacts } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { writersSinceApproval } from '#server/store/writers.ts';
import { sql } from 'drizzle-orm';
import { isDeepStrictEqual } from 'node:util';
import type { Section } from './model.ts';
import type { Place } from './world.ts';

/**
 * Looks whether the store says what the model says of these sections.
 * @throws Error that names the first difference
 */
export async function check(place: Place, sections: Iterable<0 | 1>): Promise<void> {
	await place.app.read(async (tx) => {
		for (const at of sections) await checkSection(tx, place, at);
		checkTrail(tx, place);
	});
}

function same(what: string, program: unknown, model: unknown): void {
	if (!isDeepStrictEqual(program, model))
		throw new Error(
			`${what}: the program has ${JSON.stringify(program)}, the model ${JSON.stringify(model)}`
		);
}

async function checkSection(tx: Tx, place: Place, at: 0 | 1): Promise<void> {
	const model = place.world.sections[at];
	const row = await getSection(tx, place.section(at));
	if (!row) throw new Error('the section is gone');
	const { state, version, seq, title, stateAt, stateByName } = row;
	same(
		`section ${at}`,
		{ state, version, seq, title, stateAt, stateBy: stateByName },
		{
			state: model.state,
			version: model.version,
			seq: model.seq,
			title: model.title,
			stateAt: model.stateAt,
			stateBy: model.stateBy
		}
	);
	const lock =
		model.state === 'draft'
			? null
			: {
					why: model.state,
					by: model.stateBy,
					since: model.stateAt,
					opensBy: 'coordinator'
				};
	same(`[S7] lock of section ${at}`, lockOn(lockFacts(row)), lock);
	const writers = (await writersSinceApproval(tx, row)).sort();
	same(`[A7] writers of section ${at}`, writers, [...model.writers].map(place.person).sort());
	checkFixed(tx, place, at, model);
	const approvals = await listApprovals(tx, row.id);
	const hashes = place.known[at]?.hashes ?? [];
	same(
		`[S4] approvals of section ${at}`,
		approvals
			.map((one) => [one.approvedBy, one.hash, one.approvedAt, one.voidedAt !== null])
			.map(String)
			.sort(),
		model.approvals
			.map((one) => [place.person(one.by), hashes[one.fixed], one.at, one.voided])
			.map(String)
			.sort()
	);
	const standing = approvals.filter(({ voidedAt }) => voidedAt === null);
	same(`[S4] standing approvals of section ${at}`, standing.length, state === 'approved' ? 1 : 0);
}

/** S2: what was fixed stays to the byte, and the same text has the same hash, another another. */
function checkFixed(tx: Tx, place: Place, at: 0 | 1, model: Section): void {
	const rows = tx.db.all<{ hash: string; content: string; by: string; at: number }>(
		sql`select hash, content, submitted_by as by, submitted_at as at from fixed_content
			where section_id = ${place.section(at)} order by rowid`
	);
	same(`[S2] submissions of section ${at}`, rows.length, model.fixed.length);
	for (const [i, fixed] of model.fixed.entries()) {
		const row = rows[i];
		const hash = place.known[at]?.hashes[i] ?? '';
		same(
			`[S2] submission ${i} of section ${at}`,
			[row?.hash, hashOfContent(row?.content ?? ''), row?.by, row?.at],
			[hash, hash, place.person(fixed.by), fixed.at]
		);
		const text = `${at} ${fixed.text}`;
		const known = place.hashOf.get(text);
		if (known === undefined && [...place.hashOf.values()].includes(hash))
			throw new Error(`[S4] ${hash} stands for two texts`);
		same(`[S4] hash of ${text}`, hash, known ?? hash);
		place.hashOf.set(text, hash);
	}
}

/** The contents of a run are few, and looked at after each step. */
const hashes = new Map<string, string>();
function hashOfContent(content: string): string {
	const hash = hashes.get(content) ?? sha256Hex(content);
	if (hashes.size > 1000) hashes.clear();
	hashes.set(content, hash);
	return hash;
}

/** S9: a line an act and none for a refusal; the last one says who did what. */
function checkTrail(tx: Tx, place: Place): void {
	const { world, id } = place;
	const [count] = tx.db.all<{ n: number }>(
		sql`select count(*) as n from audit_event where municipality_id = ${id}`
	);
	same('[S9] lines of the trail', count?.n, world.lines);
	if (world.line === null) return;
	const [last] = tx.db.all(
		sql`select act, person_name as "by", from_state as "from", to_state as "to" from audit_event
			where municipality_id = ${id} order by seq desc limit 1`
	);
	same('[S9] last line of the trail', last, world.line);
}
