import { madeTitle, META_OF, metaHinders, readMeta } from '#core/report-kind.ts';
import { REQUIRED_BLOCKS, sectionsOf, TEMPLATE_VARIANTS } from '#core/template.ts';
import { hasVariants, ofVariant, TEMPLATES, templateOf } from '#core/templates.ts';
import { normalise } from '#schema/content.ts';
import { describe, expect, it, test } from 'vitest';

describe.each(TEMPLATES)('the template $key', (template) => {
	const all = template.chapters.flatMap((c) => c.sections);

	it('[Y1] every key is unique, and begins with the key of its chapter', () => {
		expect(new Set(all.map((s) => s.key)).size).toBe(all.length);
		expect(new Set(template.chapters.map((c) => c.key)).size).toBe(template.chapters.length);
		for (const { key, sections } of template.chapters)
			for (const s of sections) expect(s.key === key || s.key.startsWith(`${key}.`)).toBe(true);
	});

	it('[C7] owners, articles, blocks and first texts are such as exist', () => {
		for (const s of all) {
			expect(['coordinator', 'social', 'education', 'culture'], s.key).toContain(s.owner);
			for (const article of s.articles) expect(article >= 1 && article <= 54, s.key).toBe(true);
			for (const block of s.requiredBlocks) expect(REQUIRED_BLOCKS, s.key).toContain(block);
			const doc = normalise({ type: 'doc', content: s.initial });
			expect(normalise(doc)).toEqual(doc);
			expect(s.required && s.requiredBlocks.length === 0, s.key).toBe(false);
		}
	});

	it('[C7] every section asks its writer two to four questions, calmly', () => {
		for (const { key, help } of all) {
			expect(help.length >= 2 && help.length <= 4, key).toBe(true);
			expect(
				help.some((h) => h.includes('?')),
				key
			).toBe(true);
			for (const h of help) expect(h.trim() !== '' && !h.includes('!'), key).toBe(true);
		}
	});

	it('[Y5] as a variant has it, it is numbered the same and has no variants any more', () => {
		for (const variant of TEMPLATE_VARIANTS) {
			const one = ofVariant(template, variant);
			expect(hasVariants(one)).toBe(false);
			const numbers = (t: typeof template) =>
				sectionsOf(t, variant).map((s) => [s.number, s.key, s.title]);
			expect(numbers(one)).toEqual(numbers(template));
		}
	});
});

test('[Y5] the built-in templates are known by their keys, and only barnbokslut has variants', () => {
	expect(TEMPLATES.map((t) => t.key)).toEqual([
		'barnbokslut',
		'genomlysning',
		'interpellationssvar'
	]);
	expect(templateOf('genomlysning')?.kind).toBe('review');
	expect(templateOf('interpellationssvar')?.kind).toBe('interpellationReply');
	expect(templateOf('another')).toBeUndefined();
	expect(TEMPLATES.filter(hasVariants).map((t) => t.key)).toEqual(['barnbokslut']);
});

test('[C7] a review has fifteen texts, of which assignment, data, inflow, conclusions, analysis, proposals and sources must be there', () => {
	const template = templateOf('genomlysning');
	const all = template?.chapters.flatMap((c) => c.sections) ?? [];
	expect(all).toHaveLength(15);
	expect(
		Object.fromEntries(all.filter((s) => s.required).map((s) => [s.key, s.requiredBlocks]))
	).toEqual({
		background: ['text'],
		'background.data': ['text'],
		inflow: ['table'],
		conclusions: ['text'],
		analysis: ['text'],
		proposals: ['text'],
		references: ['references']
	});
});

test('[C7] an answer to an interpellation needs its answer and its signature; the question may be left out', () => {
	const all = templateOf('interpellationssvar')?.chapters.flatMap((c) => c.sections) ?? [];
	expect(all.map((s) => [s.key, s.required, s.requiredBlocks])).toEqual([
		['question', false, []],
		['answer', true, ['text']],
		['signature', true, ['signature']]
	]);
});

describe('what a report says of itself', () => {
	const reply = {
		number: '2016:21',
		asker: 'Jan Jönsson',
		party: 'L',
		subject: 'om barn som far illa',
		answeredBy: 'Åsa Lindhagen',
		answererTitle: 'socialborgarråd'
	};

	it('[C7] the title of an answer is made of its fields, and only when all are there', () => {
		expect(madeTitle('interpellationReply', reply)).toBe(
			'Svar på interpellation (2016:21) av Jan Jönsson (L) om barn som far illa'
		);
		expect(madeTitle('interpellationReply', { ...reply, party: ' ' })).toBeNull();
		expect(madeTitle('review', { documentType: 'Genomlysning' })).toBeNull();
	});

	it('[C7] lines are tidied, what is empty is absent, and what is wrong is told by field', () => {
		expect(
			readMeta('interpellationReply', { ...reply, asker: ' Jan  Jönsson\n', meetingDate: '' })
		).toEqual({
			meta: reply,
			problems: []
		});
		const { problems } = readMeta('interpellationReply', {
			...reply,
			meetingDate: '2016-02-30',
			party: 'x'.repeat(31),
			answererTitle: 'a\u200bb',
			version: '2'
		});
		expect(problems).toEqual([
			{ field: 'meta.party', problem: 'length' },
			{ field: 'meta.answererTitle', problem: 'other' },
			{ field: 'meta.meetingDate', problem: 'date' },
			{ field: 'meta.version', problem: 'unknown' }
		]);
	});

	it('[C7] a made title that no title page holds is refused at its subject', () => {
		const long = { ...reply, asker: 'x'.repeat(80), subject: 'y'.repeat(120) };
		expect(readMeta('interpellationReply', long).problems).toEqual([
			{ field: 'meta.subject', problem: 'length' }
		]);
	});

	it('[C7] what is required and missing hinders, field by field; a barnbokslut asks for nothing', () => {
		expect(metaHinders('barnbokslut', {})).toEqual([]);
		expect(metaHinders('interpellationReply', reply)).toEqual([]);
		expect(metaHinders('review', { version: '1.0', date: ' ' })).toEqual(
			['documentType', 'preparedBy', 'date', 'commissionedBy'].map((field) => ({
				what: 'metaMissing',
				field
			}))
		);
		expect(META_OF.review.every((f) => f.required)).toBe(true);
	});
});
