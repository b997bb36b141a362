import type { Form, MadeForm } from '#core/forms.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import { offlineHtml } from './archive/offline.ts';
import { archiveZip } from './archive/zip.ts';
import { figuresCsv } from './open-data/figures.ts';
import { editionJson } from './open-data/json.ts';
import { measuresCsv } from './open-data/measures.ts';
import { editionHtml } from './edition-html.ts';
import type { EditionInput, PrintProblem } from './input.ts';
import { editionPdfs } from './pdf/edition-pdfs.ts';
import { printDocument } from './print/build.ts';
import { printProblems } from './print/problems.ts';
import { renderDocx } from './word/docx.ts';

export type FormsMade = { ok: true; forms: MadeForm[] } | { ok: false; problems: PrintProblem[] };

/**
 * Makes every form of an edition. It takes a second or two, so it belongs in a thread. The same input
 * gives the same bytes.
 * @throws Error when the hash is not the model's
 */
export async function makeForms(input: EditionInput): Promise<FormsMade> {
	if (sha256Hex(canonicalJson(input.model)) !== input.hash)
		throw new Error('The hash of an edition is not that of its model');
	const paper = printDocument(input);
	const problems = printProblems(paper, input);
	if (problems.length > 0) return { ok: false, problems };
	const forms: MadeForm[] = [];
	const add = (form: Form, bytes: Uint8Array) => forms.push({ form, bytes });
	add('html', Buffer.from(editionHtml(input.model), 'utf8'));
	add('json', editionJson(input));
	add('figures', figuresCsv(input));
	add('measures', measuresCsv(input));
	add('offline', offlineHtml(input));
	const pdfs = await editionPdfs(input);
	if (!pdfs.ok) return pdfs;
	forms.push(...pdfs.forms);
	add('docx', await renderDocx(paper, input.images));
	// Last: it holds all the others.
	add('zip', archiveZip(input, forms));
	return { ok: true, forms };
}
