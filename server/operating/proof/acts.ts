import type { Look } from './look.ts';

/** A line of the trail about a decision. */
export type ActLine = {
	seq: number;
	at: number;
	personId: string | null;
	act: string;
	reportId: string | null;
	sectionId: string | null;
	to: string | null;
	reason: string | null;
	hash: string | null;
	detail: Record<string, unknown>;
};

/** The acts that decide something, and those that keep or take back what others were shown. */
const ACTS = [
	'section.submit',
	'section.approve',
	'section.return',
	'section.reopen',
	'section.late',
	'report.publish',
	'report.preview',
	'report.previewWithdraw',
	'edition.withdraw',
	'image.add'
];

/** The trail's lines of those acts, in order. A detail that cannot be read is `proveTrail`'s to name. */
export function actLines({ db }: Look): ActLine[] {
	return db
		.prepare<string[], Omit<ActLine, 'detail'> & { detail: string }>(
			`SELECT seq, at, person_id "personId", act, report_id "reportId", section_id "sectionId",
				to_state "to", reason, hash, detail
			FROM audit_event WHERE act IN (${ACTS.map(() => '?').join(', ')}) ORDER BY seq`
		)
		.all(...ACTS)
		.map((row) => ({ ...row, detail: parsed(row.detail) }));
}

function parsed(detail: string): Record<string, unknown> {
	try {
		return JSON.parse(detail) as Record<string, unknown>;
	} catch {
		return {};
	}
}
