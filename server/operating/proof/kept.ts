import { sha256 } from '#server/store/row-hash.ts';
import type { ActLine } from './acts.ts';
import { ADVICE, examine, rowName, type Look } from './look.ts';

/** What else is kept by its hash, or by a line of the trail: previews, pictures, logos, late contributions. */
export function proveKept(look: Look, acts: ActLine[]): { previews: number; pictures: number } {
	const previews = provePreviews(look, acts);
	const pictures = provePictures(look, acts);
	proveWithdrawals(look, acts);
	proveLate(look, acts);
	return { previews, pictures };
}

type PreviewRow = {
	id: string;
	reportId: string;
	hash: string;
	model: Uint8Array;
	releasedBy: string;
	releasedAt: number;
	withdrawnBy: string | null;
	withdrawnAt: number | null;
};

/** A5: a preview has its hash, and the trail tells who released it, to whom, and who took it back. */
function provePreviews(look: Look, acts: ActLine[]): number {
	const rows = look.db
		.prepare<[], PreviewRow>(
			`SELECT id, report_id "reportId", hash, CAST(model AS BLOB) model, released_by "releasedBy",
				released_at "releasedAt", withdrawn_by "withdrawnBy", withdrawn_at "withdrawnAt" FROM preview`
		)
		.all();
	const lineOf = (act: string, id: string) =>
		acts.find((line) => line.act === act && line.detail['previewId'] === id);
	for (const row of rows)
		examine(look, { table: 'preview', row: rowName({ id: row.id }) }, () => {
			if (sha256(row.model).toString('hex') !== row.hash) return 'does not have its hash';
			const line = lineOf('report.preview', row.id);
			if (!line) return 'is not known to the trail';
			const end = lineOf('report.previewWithdraw', row.id);
			const same =
				line.hash === row.hash &&
				line.reportId === row.reportId &&
				line.personId === row.releasedBy &&
				line.at === row.releasedAt &&
				(end?.personId ?? null) === row.withdrawnBy &&
				(end?.at ?? null) === row.withdrawnAt;
			return same ? null : 'is not what the trail tells of it';
		});
	missing(look, acts, { act: 'report.preview', key: 'previewId', table: 'preview' }, rows);
	return rows.length;
}

type PictureRow = { id: string; sha256: string; bytes: Uint8Array; type: string };

function provePictures(look: Look, acts: ActLine[]): number {
	let count = 0;
	for (const table of ['image', 'logo']) {
		const ids: { id: string }[] = [];
		const rows = look.db.prepare<[], PictureRow>(`SELECT id, type, sha256, bytes FROM ${table}`);
		for (const row of rows.iterate()) {
			ids.push({ id: row.id });
			examine(look, { table, row: rowName({ id: row.id }) }, () =>
				sha256(row.bytes).toString('hex') === row.sha256 ? null : 'does not have its hash'
			);
		}
		if (table === 'image')
			missing(look, acts, { act: 'image.add', key: 'imageId', table: 'image' }, ids);
		count += ids.length;
	}
	return count;
}

type WithdrawalRow = { editionId: string; form: string; reason: string; by: string; at: number };

/** P2: what readers are not shown any more, and why, is what the trail tells. */
function proveWithdrawals(look: Look, acts: ActLine[]): void {
	const rows = look.db
		.prepare<[], WithdrawalRow>(
			`SELECT edition_id "editionId", form, reason, withdrawn_by "by", withdrawn_at "at" FROM withdrawal`
		)
		.all();
	const lines = acts.filter(({ act }) => act === 'edition.withdraw');
	for (const row of rows)
		examine(
			look,
			{ table: 'withdrawal', row: rowName({ edition: row.editionId, form: row.form }) },
			() =>
				lines.some(
					(line) =>
						line.detail['editionId'] === row.editionId &&
						Array.isArray(line.detail['forms']) &&
						line.detail['forms'].includes(row.form) &&
						line.reason === row.reason &&
						line.personId === row.by &&
						line.at === row.at
				)
					? null
					: 'is not what the trail tells of it'
		);
	for (const { detail, seq } of lines)
		for (const form of Array.isArray(detail['forms']) ? (detail['forms'] as string[]) : [])
			if (!rows.some((row) => row.editionId === detail['editionId'] && row.form === form))
				look.found({
					table: 'withdrawal',
					row: rowName({ edition: String(detail['editionId']), form }),
					problem: `line ${seq} of the trail tells of it, and it is not there`,
					advice: ADVICE.restore
				});
}

function proveLate(look: Look, acts: ActLine[]): void {
	const rows = look.db.prepare<[], { id: string }>('SELECT id FROM late_contribution').all();
	missing(look, acts, { act: 'section.late', key: 'lateId', table: 'late_contribution' }, rows);
}

/** What the trail says was kept is there. */
function missing(
	look: Look,
	acts: ActLine[],
	of: { act: string; key: string; table: string },
	rows: readonly { id: string }[]
): void {
	const ids = new Set(rows.map(({ id }) => id));
	for (const { act, detail, seq } of acts) {
		const id = detail[of.key];
		if (act === of.act && typeof id === 'string' && !ids.has(id))
			look.found({
				table: of.table,
				row: rowName({ id }),
				problem: `line ${seq} of the trail tells of it, and it is not there`,
				advice: ADVICE.restore
			});
	}
}
