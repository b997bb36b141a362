import { FORMS, type Form } from '#core/forms.ts';
import type { EditionModel } from '#core/publication.ts';
import { passagesOf } from '#server/commands/index-edition.ts';
import { sha256 } from '#server/store/row-hash.ts';
import type { ActLine } from './acts.ts';
import { ADVICE, examine, rowName, type Look } from './look.ts';

type EditionRow = {
	id: string;
	reportId: string;
	slug: string;
	number: number;
	title: string;
	reportYear: number;
	hash: string;
	model: Uint8Array;
	publishedBy: string;
	publishedAt: number;
};

/** P1, P2: every edition against its model's hash, what it says of itself and the trail; then its forms. */
export function proveEditions(look: Look, acts: ActLine[]): { editions: number; files: number } {
	const rows = look.db
		.prepare<[], EditionRow>(
			`SELECT id, report_id "reportId", slug, number, title, report_year "reportYear", hash,
				CAST(model AS BLOB) model, published_by "publishedBy", published_at "publishedAt" FROM edition`
		)
		.all();
	const published = acts.filter(({ act }) => act === 'report.publish');
	const known = new Set<string>();
	for (const row of rows) {
		known.add(row.id);
		examine(look, { table: 'edition', row: rowName({ id: row.id }) }, () => {
			if (sha256(row.model).toString('hex') !== row.hash) return 'does not have its hash';
			const model = JSON.parse(Buffer.from(row.model).toString('utf8')) as EditionModel;
			const line = published.find(({ detail }) => detail['editionId'] === row.id);
			provePassages(look, row.id, model);
			return isItself(row, model) ?? isToldOf(row, line);
		});
	}
	for (const { detail, seq } of published)
		if (!known.has(String(detail['editionId'])))
			look.found({
				table: 'edition',
				row: rowName({ id: String(detail['editionId']) }),
				problem: `line ${seq} of the trail tells of an edition that is not there`,
				advice: ADVICE.restore
			});
	return { editions: rows.length, files: proveFiles(look, known) };
}

function isItself(row: EditionRow, model: EditionModel): string | null {
	const same =
		row.slug === model.slug &&
		row.number === model.number &&
		row.title === model.title &&
		row.reportYear === model.reportYear &&
		row.publishedAt === model.publishedAt;
	return same ? null : 'has another address, title, year or time than its model';
}

function isToldOf(row: EditionRow, line: ActLine | undefined): string | null {
	if (!line) return 'is not known to the trail';
	const same =
		line.hash === row.hash &&
		line.reportId === row.reportId &&
		line.personId === row.publishedBy &&
		line.detail['number'] === row.number;
	return same ? null : `is not what line ${line.seq} of the trail tells of its publication`;
}

function proveFiles({ db, found, note }: Look, editions: ReadonlySet<string>): number {
	const rows = db
		.prepare<[], { editionId: string; form: string; hash: string; bytes: Uint8Array }>(
			'SELECT edition_id "editionId", form, hash, bytes FROM edition_file'
		)
		.iterate();
	const lacking = new Map([...editions].map((id) => [id, new Set<Form>(FORMS)]));
	let files = 0;
	for (const { editionId, form, hash, bytes } of rows) {
		files += 1;
		const isForm = lacking.get(editionId)?.delete(form as Form) ?? false;
		const problem = !isForm
			? 'is of no edition, or of no form that there is'
			: sha256(bytes).toString('hex') === hash
				? null
				: 'does not have its hash';
		const row = rowName({ edition: editionId, form });
		if (problem !== null) found({ table: 'edition_file', row, problem, advice: ADVICE.restore });
	}
	for (const [id, forms] of lacking)
		if (forms.size > 0)
			note(
				`Edition ${id} lacks ${[...forms].join(', ')}; the server makes what it can of its model when it starts.`
			);
	return files;
}

type PassageRow = Record<
	'key' | 'anchor' | 'number' | 'title' | 'articles' | 'indicators',
	string
> & {
	id: number;
	department: string | null;
	text: string | null;
};

/** P8: what search knows of the edition is what the edition says. */
function provePassages(look: Look, editionId: string, model: EditionModel): void {
	const rows = look.db
		.prepare<[string], PassageRow>(
			`SELECT p.id, section_key key, anchor, number, title, department, articles, indicators, t.text
			FROM passage p LEFT JOIN passage_text t ON t.id = p.id WHERE edition_id = ? ORDER BY p.id`
		)
		.all(editionId);
	// From before there was search; the server makes it known when it starts.
	if (rows.length === 0) return;
	const due = passagesOf(model);
	for (const [i, row] of rows.entries())
		examine(look, { table: 'passage', row: rowName({ id: row.id, edition: editionId }) }, () => {
			const one = due[i];
			const same =
				one?.sectionKey === row.key &&
				one.anchor === row.anchor &&
				one.number === row.number &&
				one.title === row.title &&
				one.department === row.department &&
				JSON.stringify(one.articles) === row.articles &&
				JSON.stringify(one.indicators) === row.indicators &&
				one.text === row.text;
			return same ? null : 'says something else than the edition';
		});
	if (rows.length !== due.length)
		look.found({
			table: 'passage',
			row: rowName({ edition: editionId }),
			problem: `search knows ${rows.length} sections, and the edition has ${due.length}`,
			advice: ADVICE.restore
		});
}
