import { sectionsOf, TEMPLATE_VARIANTS, type TemplateSection } from '#core/template.ts';
import { barnbokslut } from '#core/templates/barnbokslut.ts';
import { normalise } from '#schema/content.ts';
import { missingBlocks } from '#schema/text.ts';
import { describe, expect, it } from 'vitest';

const all = barnbokslut.chapters.flatMap((c) => c.sections);
const keysOf = (variant: (typeof TEMPLATE_VARIANTS)[number]) =>
	sectionsOf(barnbokslut, variant).map((s) => s.key);
const ARTICLES = ['2', '3', '6', '12', 'other'];
const BY_ARTICLE = [
	...ARTICLES.map((a) => `current.strengths.${a}`),
	...ARTICLES.map((a) => `current.challenges.${a}`)
];

describe('the template barnbokslut', () => {
	it('[C7] every key is unique and begins with the key of its chapter', () => {
		expect(new Set(all.map((s) => s.key)).size).toBe(all.length);
		expect(new Set(barnbokslut.chapters.map((c) => c.key)).size).toBe(barnbokslut.chapters.length);
		for (const chapter of barnbokslut.chapters)
			for (const s of chapter.sections)
				expect(s.key === chapter.key || s.key.startsWith(`${chapter.key}.`)).toBe(true);
	});

	it.each(TEMPLATE_VARIANTS)('[C7] the variant %s is numbered without gaps', (variant) => {
		const sections = sectionsOf(barnbokslut, variant);
		const chapters = [...new Set(sections.map((s) => s.chapter.number))];
		expect(chapters).toEqual(chapters.map((_, i) => String(i + 1)));
		expect(new Set(sections.map((s) => s.number)).size).toBe(sections.length);
		for (const number of chapters) {
			const below = sections
				.filter((s) => s.chapter.number === number && s.number !== number)
				.map((s) => s.number);
			expect(below).toEqual(below.map((_, i) => `${number}.${i + 1}`));
		}
	});

	it('[C7] full holds 32 sections, municipal 22 and board 23', () => {
		expect(keysOf('full')).toHaveLength(32);
		expect(keysOf('municipal')).toHaveLength(22);
		expect(keysOf('board')).toHaveLength(23);
	});

	it('[C7] municipal leaves out the analysis by article and nothing else', () => {
		expect(keysOf('municipal')).toEqual(keysOf('full').filter((k) => !BY_ARTICLE.includes(k)));
	});

	it('[C7] board leaves out figures, department accounts and conclusions and nothing else', () => {
		expect(keysOf('board')).toEqual(
			keysOf('full').filter((k) => !/^(figures|units|conclusions)(\.|$)/.test(k))
		);
	});

	it('[C7] a section that bears its chapter’s number bears its title too', () => {
		for (const variant of TEMPLATE_VARIANTS)
			for (const s of sectionsOf(barnbokslut, variant))
				if (s.number === s.chapter.number) expect(s.title).toBe(s.chapter.title);
	});

	it('[C7] what must be filled is required as the template table says', () => {
		const required = Object.fromEntries(
			all.filter((s) => s.required || s.requiredBlocks.length).map((s) => [s.key, s.requiredBlocks])
		);
		expect(required).toEqual({
			intro: ['text'],
			'intro.method': ['text'],
			'intro.articles': ['text'],
			summary: ['text'],
			figures: ['text'],
			'figures.economy': ['indicator'],
			'figures.education': ['indicator'],
			'figures.leisure': ['indicator'],
			followUp: ['followUpTable'],
			'current.preconditions': ['text'],
			...Object.fromEntries(
				BY_ARTICLE.filter((k) => !k.endsWith('.other')).map((k) => [k, ['text']])
			),
			'units.education': ['text'],
			'units.social': ['text'],
			'units.culture': ['text'],
			conclusions: ['text'],
			plan: ['planTable'],
			appendix: ['text']
		});
		// A first report has no plan to follow up.
		expect(all.filter((s) => !s.required && s.requiredBlocks.length).map((s) => s.key)).toEqual([
			'followUp'
		]);
	});

	it('[A3] each section is owned by whom the template table names', () => {
		const owned = (owner: TemplateSection['owner']) =>
			all.filter((s) => s.owner === owner).map((s) => s.key);
		expect(owned('social')).toEqual([
			'figures.economy',
			'current.strengths.3',
			'current.strengths.6',
			'current.challenges.3',
			'current.challenges.6',
			'units.social'
		]);
		expect(owned('education')).toEqual([
			'figures.education',
			'figures.safety',
			'current.strengths.2',
			'current.strengths.other',
			'current.challenges.2',
			'current.challenges.other',
			'units.education'
		]);
		expect(owned('culture')).toEqual([
			'figures.leisure',
			'current.strengths.12',
			'current.challenges.12',
			'units.culture'
		]);
		expect(owned('coordinator')).toHaveLength(15);
	});

	it('[C7] the analysis by article is tagged with its article', () => {
		for (const key of BY_ARTICLE) {
			const article = Number(key.split('.')[2]);
			const tagged = all.find((s) => s.key === key)?.articles;
			expect(tagged).toEqual(Number.isNaN(article) ? [] : [article]);
		}
	});

	it('[C7] every section asks its writer two to four questions', () => {
		for (const s of all) {
			expect(s.help.length, s.key).toBeGreaterThanOrEqual(2);
			expect(s.help.length, s.key).toBeLessThanOrEqual(4);
			for (const h of s.help) {
				expect(h.trim(), s.key).not.toBe('');
				expect(h, s.key).not.toContain('!');
			}
			expect(
				s.help.some((h) => h.includes('?')),
				s.key
			).toBe(true);
		}
	});

	it('[C7] only the four articles come with text, and it fills what they require', () => {
		expect(all.filter((s) => s.initial.length).map((s) => s.key)).toEqual(['intro.articles']);
		const articles = all.find((s) => s.key === 'intro.articles');
		const doc = normalise({ type: 'doc', content: articles?.initial ?? [] });
		expect(missingBlocks(doc, ['text'])).toEqual([]);
		expect(doc.content?.filter((n) => n.type === 'heading')).toHaveLength(4);
	});
});
