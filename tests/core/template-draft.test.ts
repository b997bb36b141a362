import { draftOf, isNewKey, leads, readDraft, type TemplateDraft } from '#core/template-draft.ts';
import { actText, edited, numbersOf, readAct, type TemplateAct } from '#core/template-edit.ts';
import { ofVariant, TEMPLATES, templateOf } from '#core/templates.ts';
import { describe, expect, it, test } from 'vitest';

const template = ofVariant(templateOf('barnbokslut') ?? fail(), 'municipal');
function fail(): never {
	throw new Error('no such template');
}
const draft = draftOf(template);
const owners = new Set(['coordinator', 'social', 'education', 'culture']);
const read = (changed: TemplateDraft, current = template) =>
	readDraft(changed, { current, owners, keyFor: (key) => `own-${key}` });
const act = (text: string) => readAct(text) ?? fail();
const after = (...acts: string[]) => acts.reduce((d, text) => edited(d, act(text)), draft);
const keysOf = (d: TemplateDraft) =>
	d.chapters.map((c) => [c.key, ...c.sections.map((s) => s.key)]);
const chapter = (d: TemplateDraft, key: string) =>
	d.chapters.find((c) => c.key === key)?.sections.map((s) => s.key);

test.each(TEMPLATES)('[Y5] $key goes through its form and comes back the same', (built) => {
	const one = ofVariant(built, 'full');
	const { title, chapters, problems } = read(draftOf(one), one);
	expect(problems).toEqual([]);
	expect({ title, chapters }).toEqual({ title: one.title, chapters: one.chapters });
});

describe('what the buttons do', () => {
	it('[Y5] every act can be written on a button and read again', () => {
		const acts: TemplateAct[] = [
			{ act: 'up', what: 'section', key: 'figures.economy' },
			{ act: 'remove', what: 'chapter', key: 'voices' },
			{ act: 'add', what: 'section', key: 'intro' },
			{ act: 'add', what: 'chapter', key: '' }
		];
		for (const one of acts) expect(readAct(actText(one))).toEqual(one);
		expect(readAct('jump section intro')).toBeNull();
	});

	it('[Y5] sections move within their chapter, and numbers follow', () => {
		const moved = after('up section intro.terms');
		expect(chapter(moved, 'intro')).toEqual([
			'intro',
			'intro.terms',
			'intro.method',
			'intro.articles'
		]);
		expect(numbersOf(moved).get('s.intro.terms')).toBe('1.1');
		expect(numbersOf(draft).get('s.intro.terms')).toBe('1.2');
		expect(numbersOf(draft).get('s.figures')).toBe('3');
	});

	it('[Y5] at the edge of its chapter a section goes on into the next, behind that chapter’s own text', () => {
		const down = after('down section intro.articles');
		expect(chapter(down, 'intro')).toEqual(['intro', 'intro.method', 'intro.terms']);
		expect(chapter(down, 'summary')?.slice(0, 2)).toEqual(['summary', 'intro.articles']);
		expect(edited(down, act('up section intro.articles'))).toEqual(draft);
		const last = draft.chapters.at(-1)?.sections.at(-1)?.key ?? '';
		expect(edited(draft, { act: 'down', what: 'section', key: last })).toBe(draft);
	});

	it('[Y5] a chapter’s own text stays in front of its chapter, and moves with it', () => {
		expect(after('up section figures')).toBe(draft);
		expect(chapter(after('up section intro.method'), 'intro')).toEqual(chapter(draft, 'intro'));
		expect(
			keysOf(after('up chapter summary'))
				.slice(0, 2)
				.map(([key]) => key)
		).toEqual(['summary', 'intro']);
		expect(keysOf(after('up chapter intro'))).toEqual(keysOf(draft));
	});

	it('[Y5] what is added has a key of its own, and what is removed is gone', () => {
		const added = after('add chapter', 'add section intro', 'add section intro');
		const fresh = keysOf(added).flat().filter(isNewKey);
		expect(new Set(fresh)).toEqual(new Set(['new-1', 'new-2', 'new-3']));
		expect(added.chapters.at(-1)?.sections.some((s) => leads(s, { key: 'new-1' }))).toBe(true);
		expect(keysOf(after('remove section intro.terms', 'remove chapter voices')).flat()).toEqual(
			keysOf(draft)
				.flat()
				.filter((key) => key !== 'intro.terms' && key !== 'voices')
		);
	});
});

describe('what a draft says', () => {
	const change = (key: string, over: Partial<TemplateDraft['chapters'][0]['sections'][0]>) => ({
		...draft,
		chapters: draft.chapters.map((c) => ({
			...c,
			sections: c.sections.map((s) => (s.key === key ? { ...s, ...over } : s))
		}))
	});
	const sectionOf = (d: TemplateDraft, key: string) =>
		read(d)
			.chapters.flatMap((c) => c.sections)
			.find((s) => s.key === key);

	it('[Y5] another title, owner, tags, blocks and questions; the key stays', () => {
		const changed = change('intro.terms', {
			title: '  Ord och  begrepp ',
			owner: 'social',
			articles: '12; 3 3',
			required: true,
			requiredBlocks: ['quote', 'text'],
			help: 'Vilka ord?\n\n  Varför?  '
		});
		expect(read(changed).problems).toEqual([]);
		expect(sectionOf(changed, 'intro.terms')).toMatchObject({
			key: 'intro.terms',
			title: 'Ord och begrepp',
			owner: 'social',
			articles: [3, 12],
			required: true,
			requiredBlocks: ['text', 'quote'],
			help: ['Vilka ord?', 'Varför?']
		});
	});

	it('[Y5] a chapter’s own text is called as the chapter is', () => {
		const renamed = {
			...draft,
			chapters: draft.chapters.map((c) => (c.key === 'intro' ? { ...c, title: 'Bakgrund' } : c))
		};
		expect(sectionOf(renamed, 'intro')?.title).toBe('Bakgrund');
	});

	it('[Y5] fixed first texts stay with their section', () => {
		expect(sectionOf(draft, 'intro.articles')?.initial.length).toBeGreaterThan(0);
	});

	it('[Y5] what is new is given a key, the same for a chapter and its own text', () => {
		const added = after('add chapter', 'add section intro');
		const named = {
			...added,
			chapters: added.chapters.map((c) => ({
				...c,
				title: c.title || 'Nytt kapitel',
				sections: c.sections.map((s) => ({ ...s, title: s.title || 'Nytt avsnitt' }))
			}))
		};
		const { chapters, problems } = read(named);
		expect(problems).toEqual([]);
		expect(chapters.at(-1)).toMatchObject({
			key: 'own-new-1',
			title: 'Nytt kapitel',
			sections: [{ key: 'own-new-1', title: 'Nytt kapitel' }]
		});
		expect(chapters[0]?.sections.at(-1)).toMatchObject({ key: 'own-new-2', title: 'Nytt avsnitt' });
	});

	it('[O2] what cannot be is told at its field, and by every field at once', () => {
		const first = draft.chapters[0] ?? fail();
		const wrong: TemplateDraft = {
			title: ' ',
			chapters: [
				{
					...first,
					title: 'x'.repeat(151),
					sections: [
						...first.sections,
						{
							key: 'gone.before',
							title: '',
							owner: 'nobody',
							articles: '2, x, 99',
							required: false,
							requiredBlocks: ['video'],
							help: 'y'.repeat(401)
						}
					]
				},
				{ key: 'new-7', title: 'Tomt', sections: [] }
			]
		};
		expect(read(wrong).problems).toEqual([
			{ field: 'title', problem: 'length' },
			{ field: 'c.intro.title', problem: 'length' },
			{ field: 's.gone.before', problem: 'unknown' },
			{ field: 's.gone.before.title', problem: 'length' },
			{ field: 's.gone.before.owner', problem: 'unknown' },
			{ field: 's.gone.before.articles', problem: 'articles' },
			{ field: 's.gone.before.help', problem: 'help' },
			{ field: 's.gone.before.blocks', problem: 'unknown' },
			{ field: 'c.new-7.title', problem: 'emptyChapter' }
		]);
	});

	it('[O2] no section stands twice, and a chapter’s own text in no other chapter', () => {
		const [intro, summary, ...others] = draft.chapters;
		const lead = intro?.sections[0] ?? fail();
		const twice = {
			...draft,
			chapters: [intro ?? fail(), { ...(summary ?? fail()), sections: [lead] }, ...others]
		};
		expect(read(twice).problems).toEqual([
			{ field: 's.intro', problem: 'unknown' },
			{ field: 's.intro', problem: 'unknown' }
		]);
		expect(read({ ...draft, chapters: [] }).problems).toEqual([
			{ field: 'title', problem: 'noSections' }
		]);
	});
});
