import { sha256 } from '#server/store/row-hash.ts';
import type { ActLine } from './acts.ts';
import { ADVICE, examine, rowName, type Look } from './look.ts';

type FixedRow = {
	id: string;
	sectionId: string;
	hash: string;
	content: Uint8Array;
	submittedBy: string;
	submittedAt: number;
};

/** S2, S4, S5: what was fixed and approved, against its hash and against the trail. */
export function proveDecisions(look: Look, acts: ActLine[]): { fixed: number; approvals: number } {
	const fixed = proveFixed(look, acts);
	const approvals = proveApprovals(look, acts, fixed);
	proveStates(look, acts, fixed);
	return { fixed: fixed.size, approvals };
}

function proveFixed(look: Look, acts: ActLine[]): Map<string, FixedRow> {
	const rows = look.db
		.prepare<[], FixedRow>(
			`SELECT id, section_id "sectionId", hash, CAST(content AS BLOB) content,
				submitted_by "submittedBy", submitted_at "submittedAt" FROM fixed_content ORDER BY rowid`
		)
		.all();
	const lines = acts.filter(({ act }) => act === 'section.submit');
	const told = new Set<ActLine>();
	for (const row of rows)
		examine(look, { table: 'fixed_content', row: rowName({ id: row.id }) }, () => {
			if (sha256(row.content).toString('hex') !== row.hash) return 'does not have its hash';
			const line = lines.find(
				(l) =>
					!told.has(l) &&
					l.sectionId === row.sectionId &&
					l.hash === row.hash &&
					l.personId === row.submittedBy &&
					l.at === row.submittedAt
			);
			if (line) told.add(line);
			return line ? null : 'is not what the trail tells of its submission';
		});
	for (const line of lines)
		if (!told.has(line))
			look.found({
				table: 'fixed_content',
				row: rowName({ section: line.sectionId }),
				problem: `line ${line.seq} of the trail tells of a submission whose content is not there as it was`,
				advice: ADVICE.restore
			});
	return new Map(rows.map((row) => [row.id, row]));
}

type ApprovalRow = {
	id: string;
	sectionId: string;
	fixedId: string;
	hash: string;
	approvedBy: string;
	approvedAt: number;
	voidedBy: string | null;
	voidedAt: number | null;
	voidReason: string | null;
};

function proveApprovals(look: Look, acts: ActLine[], fixed: Map<string, FixedRow>): number {
	const rows = look.db
		.prepare<[], ApprovalRow>(
			`SELECT id, section_id "sectionId", fixed_id "fixedId", hash, approved_by "approvedBy",
				approved_at "approvedAt", voided_by "voidedBy", voided_at "voidedAt", void_reason "voidReason"
			FROM approval ORDER BY rowid`
		)
		.all();
	const lines = acts.filter(({ act }) => act === 'section.approve');
	const told = new Set<ActLine>();
	for (const row of rows)
		examine(look, { table: 'approval', row: rowName({ id: row.id }) }, () => {
			const content = fixed.get(row.fixedId);
			if (!content) return 'names content that is not there';
			if (content.hash !== row.hash) return 'has another hash than its content';
			if (content.sectionId !== row.sectionId) return 'is of another section than its content';
			const line = lines.find(
				(l) =>
					!told.has(l) &&
					l.sectionId === row.sectionId &&
					l.hash === row.hash &&
					l.personId === row.approvedBy &&
					l.at === row.approvedAt
			);
			if (!line) return 'is not what the trail tells of it';
			told.add(line);
			return isEnded(row, line, acts);
		});
	for (const line of lines)
		if (!told.has(line))
			look.found({
				table: 'approval',
				row: rowName({ section: line.sectionId }),
				problem: `line ${line.seq} of the trail tells of an approval that is not there as it was`,
				advice: ADVICE.restore
			});
	return rows.length;
}

/** S5: it ended when the section was opened again for the first time after it, and otherwise stands. */
function isEnded(row: ApprovalRow, approved: ActLine, acts: ActLine[]): string | null {
	const end = acts.find(
		({ act, sectionId, seq }) =>
			act === 'section.reopen' && sectionId === row.sectionId && seq > approved.seq
	);
	return row.voidedBy === (end?.personId ?? null) &&
		row.voidedAt === (end?.at ?? null) &&
		row.voidReason === (end?.reason ?? null)
		? null
		: 'has not ended as the trail tells';
}

/** S1, S9: every section is in the state that the trail leads to, and a locked one has its content. */
function proveStates(look: Look, acts: ActLine[], fixed: Map<string, FixedRow>): void {
	const last = new Map<string, ActLine>();
	for (const line of acts)
		if (line.to !== null && line.sectionId !== null) last.set(line.sectionId, line);
	const newest = new Map<string, FixedRow>();
	for (const row of fixed.values()) newest.set(row.sectionId, row);
	const standing = look.db
		.prepare<[string], string>(
			'SELECT hash FROM approval WHERE section_id = ? AND voided_at IS NULL'
		)
		.pluck();
	const sections = look.db
		.prepare<[], { id: string; state: string; stateBy: string | null; stateAt: number }>(
			'SELECT id, state, state_by "stateBy", state_at "stateAt" FROM section'
		)
		.all();
	for (const { id, state, stateBy, stateAt } of sections)
		examine(look, { table: 'section', row: rowName({ id }) }, () => {
			const line = last.get(id);
			if (state !== (line?.to ?? 'draft'))
				return `is ${state}; the trail leads to ${line?.to ?? 'draft'}`;
			if (line && (line.personId !== stateBy || line.at !== stateAt))
				return 'names another person or time for its state than the trail';
			if (state === 'draft') return null;
			const content = newest.get(id);
			if (!content) return `is ${state}, and nothing was fixed`;
			if (state === 'submitted')
				return line?.hash === content.hash ? null : 'was submitted with another content';
			return standing.get(id) === content.hash
				? null
				: 'is approved, and no approval stands for it';
		});
}
