import { readIndicator, type FixedFigure, type IndicatorFigures } from '#core/indicator.ts';
import type { DocNode, EditionModel, FixedContent } from '#core/publication.ts';
import { indicatorSentence } from '#core/sentence.ts';
import { sectionsOf } from '#core/template.ts';
import { barnbokslut } from '#core/templates/barnbokslut.ts';
import { hashOf, normalise } from '#schema/content.ts';
import { departmentIds, hasSummary, indicatorIds } from '#schema/text.ts';
import { SCHEMA_VERSION } from '#schema/version.ts';
import { figures as demoFigures } from '#server/demo/figures.ts';
import { lastYear } from '#server/demo/last-year.ts';
import { departments, municipality } from '#server/demo/people.ts';

const PUBLISHED = Date.UTC(2023, 5, 26, 7, 30);

/** What submission fixes of an indicator, as the command does it. */
export const fix = (figures: IndicatorFigures, place = municipality.name): FixedFigure => ({
	figures,
	sentence: indicatorSentence(readIndicator(figures), figures, { lang: 'sv', municipality: place })
});

export type SectionOf = Partial<Omit<FixedContent, 'doc' | 'figures'>> & {
	key: string;
	doc: DocNode;
	chapterKey?: string;
};

/** An approved section with the figures that it refers to, hashed as the command does it. */
export function section(
	{ chapterKey, doc, ...over }: SectionOf,
	known: IndicatorFigures[],
	counted: string[] = []
): EditionModel['sections'][number] {
	const ids = new Set([...indicatorIds(doc), ...counted]);
	const named = departmentIds(doc).flatMap((id) => departments.find((one) => one.id === id) ?? []);
	const content: FixedContent = {
		schemaVersion: SCHEMA_VERSION,
		number: '1',
		title: over.key,
		articles: [],
		department: null,
		counted,
		doc: normalise(doc),
		figures: Object.fromEntries(
			known.filter(({ indicator }) => ids.has(indicator.id)).map((f) => [f.indicator.id, fix(f)])
		),
		...(named.length === 0
			? {}
			: { departments: named.map(({ id, name, abbreviation }) => ({ id, name, abbreviation })) }),
		...over
	};
	return {
		content,
		hash: hashOf(content),
		approvedBy: 'Sara Ekdal',
		approvedAt: PUBLISHED - 86_400_000,
		submittedBy: 'Mariam Sundberg',
		submittedAt: PUBLISHED - 3 * 86_400_000,
		chapterKey: chapterKey ?? over.key.split('.')[0] ?? over.key
	};
}

/** A whole edition of the given sections; chapters are made of their keys unless given. */
export function edition(
	sections: EditionModel['sections'],
	over: Partial<EditionModel> = {}
): EditionModel {
	const keys = [...new Set(sections.map(({ chapterKey }) => chapterKey))];
	return {
		format: 1,
		title: 'Barnbokslut 2022',
		municipality: 'Exempelkommun',
		authority: 'Kommunstyrelsen',
		reportYear: 2022,
		number: 1,
		slug: 'barnbokslut-2022',
		publishedAt: PUBLISHED,
		note: '',
		decision: {
			body: 'Kommunfullmäktige',
			date: '2023-06-19',
			paragraph: '§ 87',
			registryNumber: 'KS 2023/0123'
		},
		chapters: keys.map((key, i) => ({ key, number: String(i + 1), title: key })),
		sections,
		images: {},
		...over
	};
}

/** The demo's published edition, made of its documents and figures without a database. */
export function demoEdition(): EditionModel {
	const template = new Map(sectionsOf(barnbokslut, 'municipal').map((s) => [s.key, s]));
	const known = Object.values(demoFigures);
	const sections = lastYear.sections.map(({ key, doc }) => {
		const from = template.get(key);
		if (!from) throw new Error(`The template has no ${key}`);
		const { number, title, articles, owner, chapter } = from;
		return section(
			{
				key,
				doc,
				number,
				title,
				articles,
				department: departments.find((d) => d.templateRole === owner)?.name ?? null,
				chapterKey: chapter.key
			},
			known,
			hasSummary(doc) ? lastYear.indicatorIds : []
		);
	});
	const chapters = new Map([...template.values()].map(({ chapter }) => [chapter.key, chapter]));
	const decision = lastYear.decision;
	if (!decision) throw new Error('The demo edition has no decision');
	return edition(sections, { chapters: [...chapters.values()], decision, slug: lastYear.slug });
}
