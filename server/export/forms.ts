import { FORMS, type Form, type MadeForm } from '#core/forms.ts';
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

/** Every form; or, with what hinders those on paper, the forms that could be made without them. */
export type FormsMade =
	{ ok: true; forms: MadeForm[] } | { ok: false; problems: PrintProblem[]; forms: MadeForm[] };

/**
 * Makes every form of an edition. It takes a second or two, so it belongs in a process of its own. The same input
 * gives the same bytes.
 * @param kept forms that are kept already: they are not made again, and the archive holds these bytes
 * @throws Error when the hash is not the model's
 */
export async function makeForms(input: EditionInput, kept: MadeForm[] = []): Promise<FormsMade> {
	if (sha256Hex(canonicalJson(input.model)) !== input.hash)
		throw new Error('The hash of an edition is not that of its model');
	const made = new Map<Form, Uint8Array>(kept.map(({ form, bytes }) => [form, bytes]));
	const make = async (form: Form, bytes: () => Uint8Array | Promise<Uint8Array>) => {
		if (!made.has(form)) made.set(form, await bytes());
	};
	const forms = (): MadeForm[] =>
		FORMS.flatMap((form) => {
			const bytes = made.get(form);
			return bytes ? [{ form, bytes }] : [];
		});
	await make('html', () => Buffer.from(editionHtml(input.model), 'utf8'));
	await make('json', () => editionJson(input));
	await make('figures', () => figuresCsv(input));
	await make('measures', () => measuresCsv(input));
	await make('offline', () => offlineHtml(input));

	const paper = printDocument(input);
	const problems = printProblems(paper, input);
	if (problems.length > 0) return { ok: false, problems, forms: forms() };
	if (!(['pdf', 'large', 'summary'] as const).every((form) => made.has(form))) {
		const pdfs = await editionPdfs(input);
		if (!pdfs.ok) return { ...pdfs, forms: forms() };
		for (const { form, bytes } of pdfs.forms) await make(form, () => bytes);
	}
	await make('docx', () => renderDocx(paper, input.images));
	// Last: it holds all the others.
	await make('zip', () => archiveZip(input, forms()));
	return { ok: true, forms: forms() };
}
