import { areaTablesOf } from '#core/areas.ts';
import type { DocNode, EditionModel } from '#core/publication.ts';
import { plainText } from '#schema/text.ts';
import { printDocument } from '#server/export/print/build.ts';
import { renderDocx } from '#server/export/word/docx.ts';
import { getEdition, listEditions } from '#server/store/editions.ts';
import { expect, test } from 'vitest';
import { coordinator } from '../support/actors.ts';
import { must } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { readHere } from '../support/word-file.ts';

const typesOf = ({ content = [] }: DocNode): string[] =>
	content
		.filter((node) => node.type !== 'paragraph' || node.content !== undefined)
		.map(({ type, attrs }) =>
			[type, attrs?.['level'], attrs?.['indicator']].filter(Boolean).join(' ')
		);
/** Tables of promises are told apart: the file has columns, and what comes back has rows with parts. */
const withoutTables = (doc: DocNode): DocNode => ({
	...doc,
	content: (doc.content ?? []).filter(({ type }) => type !== 'areaTable' && type !== 'table')
});

const promisesOf = (doc: DocNode) =>
	areaTablesOf(doc).map(({ purpose, caption, areas }) => ({
		purpose,
		caption,
		areas: areas.map(({ title, departments, articles, responsible, due, measures, results }) => ({
			about: [title, departments, articles, responsible, due],
			measures: measures.map(({ text, status, comments }) => [text, status, comments]),
			results: results.map(({ text, measures: from, isNamed }) => [text, from, isNamed])
		}))
	}));

test('[Y7] what we wrote as Word comes back: every section in its place, word for word, indicators as themselves', async () => {
	const app = await demoApp();
	const { model, hash, reportId } = await app.read(async (tx) => {
		const [first] = await listEditions(tx);
		const edition = await getEdition(tx, first?.id ?? '');
		if (!edition) throw new Error('the demo has no edition');
		const { hash: sum, reportId: id } = edition;
		return { model: JSON.parse(edition.model) as EditionModel, hash: sum, reportId: id };
	});
	const bytes = await renderDocx(printDocument({ model, hash, images: {} }), {});
	const report = must(await app.views.wordReport(await coordinator(app), { reportId }));
	const { parts, leftOut } = must(await readHere(new Uint8Array(bytes), report));
	const keys = new Map(report.sections.map(({ id, key }) => [id, key]));
	const byKey = new Map(parts.map((part) => [keys.get(part.sectionId ?? ''), part]));
	for (const { content } of model.sections) {
		const { key, doc } = content;
		const part = byKey.get(key);
		const back: DocNode = { type: 'doc', content: part?.blocks ?? [] };
		expect(part?.match, key).toBe('same');
		expect(plainText(withoutTables(back)), key).toBe(plainText(withoutTables(doc)));
		expect(typesOf(withoutTables(back)), key).toEqual(typesOf(withoutTables(doc)));
		const [promises, again] = [promisesOf(doc), promisesOf(back)];
		if (promises.length > 0) expect(again, key).toEqual(promises);
		const tables = (of: DocNode) => (of.content ?? []).filter(({ type }) => type === 'table');
		if (promises.length === 0 && again.length === 0)
			expect(tables(back).map(plainText), key).toEqual(tables(doc).map(plainText));
	}
	expect(leftOut.map(({ kind }) => kind)).toEqual(['headers', 'tags']);
});
