import type { FixedFigure, IndicatorValue } from '#core/indicator.ts';
import type { DocNode, EditionModel } from '#core/publication.ts';
import { ok, type Result } from '#core/result.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import { keepForms } from '#server/commands/keep-forms.ts';
import { thisYear } from '#server/demo/this-year.ts';
import { p } from '#server/demo/write.ts';
import { renderEdition } from '#server/export/index.ts';
import { findEdition, insertEdition } from '#server/store/editions.ts';
import { listReports } from '#server/store/reports.ts';
import type { Tx } from '#server/store/store.ts';

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** What becomes of an indicator in the next edition, by its place among the ids in order. */
const FATES = ['better', 'worse', 'same', 'definition', 'unit', 'revised', 'silent'] as const;

function nextFigure(fixed: FixedFigure, fate: (typeof FATES)[number]): FixedFigure {
	const next = structuredClone(fixed);
	const { indicator, values } = next.figures;
	const own = values.find(({ series, breakdown }) => series === 'own' && breakdown === '');
	if (!own || own.value === null || fate === 'silent') return next;
	const up = (indicator.wishedDirection === 'low') === (fate === 'worse') ? 1 : -1;
	if (fate === 'revised') {
		own.value += 1;
		return next;
	}
	const value = fate === 'same' ? own.value : Math.max(0, own.value + up * 2);
	const later: IndicatorValue = { ...own, period: '2022', value };
	values.push(later);
	if (fate === 'definition') indicator.definition += ' Från 2022 räknas även fristående skolor.';
	if (fate === 'unit') indicator.unit = 'per 1000 barn';
	return next;
}

/** A text of the next year: words are exchanged, the first passage of some sections goes to the end. */
function nextDoc(doc: DocNode, i: number): DocNode {
	const blocks = structuredClone(doc.content ?? []);
	const [first] = blocks;
	const words = first?.content?.[0];
	if (i % 3 === 1 && words?.text !== undefined)
		words.text = words.text.replace(/\S+ \S+$/u, 'det som har hänt sedan dess.');
	if (i % 5 === 2 && blocks.length > 2 && first) blocks.push(...blocks.splice(0, 1));
	if (i % 4 === 3)
		blocks.push(p('Det här stycket är nytt i årets bokslut och svarar på förra årets fråga.'));
	return { ...doc, content: blocks };
}

/** The demo's next year: followed up, with new figures, a new section, a renamed and a removed one. */
export function nextEdition(before: EditionModel): EditionModel {
	const ids = [...new Set(before.sections.flatMap((s) => Object.keys(s.content.figures)))].sort();
	const docs = new Map(thisYear.sections.map(({ key, doc }) => [key, doc]));
	const sections = before.sections.map((section, i) => {
		const content = structuredClone(section.content);
		for (const [id, fixed] of Object.entries(content.figures))
			content.figures[id] = nextFigure(fixed, FATES[ids.indexOf(id) % FATES.length] ?? 'same');
		const isPromises = content.key === 'followUp' || content.key === 'plan';
		content.doc = (isPromises && docs.get(content.key)) || nextDoc(content.doc, i);
		return { ...section, content };
	});
	const [renamed] = sections;
	if (renamed) renamed.content.title = `${renamed.content.title} och läsanvisning`;
	const added = structuredClone(sections[1] ?? renamed);
	const removed = sections.splice(-2, 1);
	if (added && removed.length > 0) {
		Object.assign(added.content, { key: 'made.new', number: '99', title: 'Ett nytt avsnitt' });
		added.content.doc = { type: 'doc', content: [p('Om något som inte fanns förra året.')] };
		sections.push(added);
	}
	return {
		...before,
		title: 'Barnbokslut 2023',
		reportYear: 2023,
		slug: 'barnbokslut-2023',
		publishedAt: before.publishedAt + YEAR,
		sections
	};
}

/** A correction of an edition: one word, one figure. */
export function corrected(before: EditionModel): EditionModel {
	const model = structuredClone(before);
	const block = model.sections.flatMap(({ content }) => content.doc.content ?? [])[0];
	const words = block?.content?.[0];
	if (words?.text !== undefined) words.text = `Rättat: ${words.text}`;
	const id =
		Object.keys(
			model.sections.find((s) => s.content.counted.length > 0)?.content.figures ?? {}
		)[0] ?? '';
	for (const { content } of model.sections)
		for (const value of content.figures[id]?.figures.values.slice(0, 1) ?? [])
			if (value.value !== null) value.value += 1;
	const note = 'Ett ord och en siffra var fel.';
	return {
		...model,
		number: before.number + 1,
		note,
		publishedAt: before.publishedAt + 86_400_000
	};
}

/** The published model of an edition of the demo. */
export async function modelOf(tx: Tx, slug: string, number: number | null): Promise<EditionModel> {
	const found = await findEdition(tx, slug, number);
	if (!found) throw new Error(`no edition at ${slug}`);
	return JSON.parse(found.model) as EditionModel;
}

/** Keeps a made edition of the demo's report of that year, with its page, and gives its id. */
export async function keepEdition(tx: Tx, model: EditionModel): Promise<Result<string>> {
	const reports = await listReports(tx, 'demo-exempelkommun');
	const report = reports.find(({ reportYear }) => reportYear === model.reportYear);
	if (!report) throw new Error(`the demo has no report of ${model.reportYear}`);
	const json = canonicalJson(model);
	const { slug, number, title, reportYear, publishedAt } = model;
	const { municipalityId } = report;
	const id = `made-${slug}-${number}`;
	await insertEdition(tx, {
		id,
		municipalityId,
		reportId: report.id,
		slug,
		number,
		title,
		reportYear,
		hash: sha256Hex(json),
		model: json,
		publishedBy: 'made',
		publishedAt
	});
	const bytes = Buffer.from(renderEdition(model), 'utf8');
	await keepForms(tx, { municipalityId, editionId: id }, [{ form: 'html', bytes }]);
	return ok(id);
}
