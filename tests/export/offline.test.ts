import { hashOf } from '#schema/content.ts';
import { offlineHtml } from '#server/export/archive/offline.ts';
import { offlineStyle, smaller } from '#server/export/archive/offline-style.ts';
import type { EditionInput } from '#server/export/input.ts';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inputOf } from './support/csv.ts';
import { demoEdition, edition, section } from './support/edition.ts';
import { doc, p } from './support/page.ts';

const read = (input: EditionInput): string => Buffer.from(offlineHtml(input)).toString('utf8');
const demo = demoEdition();
const page = read(inputOf(demo));

const ADDRESS = 'https://barn.example/r/barnbokslut-2022/v/1';
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const picture = { type: 'image/png', width: 1, height: 1, sha256: '' };

describe('the page that needs no connection', () => {
	it('[P4] says edition, date, decision, hash and address', () => {
		const there = read(inputOf({ ...demo, address: ADDRESS }));
		for (const words of [
			'Utgåva 1, publicerad 26\u00a0juni 2023',
			'Kommunfullmäktige, 19\u00a0juni 2023, §\u00a087',
			'KS 2023/0123',
			hashOf({ ...demo, address: ADDRESS }),
			`href="${ADDRESS}"`
		])
			expect(there).toContain(words);
		expect(page).toContain(hashOf(demo));
		expect(page).toContain('Fråga avsändaren');
	});

	it('[P5] asks for nothing: every source is in it, and no link leads into the disk it lies on', () => {
		expect(page).not.toMatch(/<(?:script|link|iframe|object|base)\b|\son\w+=|@import/i);
		for (const [, address = ''] of page.matchAll(/\s(?:src|href|srcset)="([^"]*)"/g))
			expect(address).toMatch(/^(?:#|https?:|mailto:|data:image\/)/);
		for (const [, address = ''] of page.matchAll(/url\(([^)]*)\)/g))
			expect(address).toMatch(/^'data:font\/woff2;base64,/);
	});

	it('[P5] every link within it leads somewhere', () => {
		const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const [, id] of page.matchAll(/\shref="#([^"]*)"/g)) expect(ids).toContain(id);
	});

	it('[P5] its policy knows its style by hash, and lets nothing else in', () => {
		const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
		const hash = createHash('sha256').update(style).digest('base64');
		const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
		expect(policy.replaceAll('&#39;', "'")).toBe(
			`default-src 'none'; style-src 'sha256-${hash}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`
		);
	});

	it('[P5] holds its pictures and the sender’s mark, and stops where one has no bytes', () => {
		const model = edition(
			[
				section(
					{
						key: 'a',
						doc: doc(p('x'), { type: 'picture', attrs: { image: 'b1', alt: 'Barn', caption: '' } })
					},
					[]
				)
			],
			{
				images: { b1: picture },
				sender: {
					accent: '#7a1f3d',
					logo: { ...picture, type: 'image/png', id: 'l1', alt: 'Kommunen' },
					contact: { unit: 'Kansliet', email: 'kansli@barn.example', phone: '', web: '' }
				}
			}
		);
		const input = { ...inputOf(model), images: { b1: PNG, l1: PNG } };
		const data = `src="data:image/png;base64,${PNG.toString('base64')}"`;
		expect(read(input).split(data)).toHaveLength(3);
		expect(read(input)).toContain('{:root{--sender:#7a1f3d}}');
		expect(read(input)).toContain('Kansliet, Exempelkommun.');
		expect(read(input)).toContain('<a href="mailto:kansli@barn.example">');
		expect(() => read({ ...input, images: { l1: PNG } })).toThrow('b1 has no bytes');
	});

	it('[P2] the same edition gives the same bytes', () => {
		expect(read(inputOf(structuredClone(demo)))).toBe(page);
		expect(page.length).toBeLessThan(210_000);
	});
});

describe('the style in it', () => {
	it('[P5] is that of the reader’s page: no rule and no string is lost', () => {
		const css = [
			readFileSync('src/app.css', 'utf8'),
			readFileSync('src/routes/(read)/read.css', 'utf8')
		].join('\n');
		const strings = (text: string) => text.match(/"[^"\n]*"|'[^'\n]*'/g) ?? [];
		const whole = css.replace(/\/\*[^]*?\*\//g, '');
		expect(strings(smaller(css))).toEqual(strings(whole));
		const parts = (text: string) => text.replace(/\s+|;(?=\s*\})/g, '');
		expect(parts(smaller(css))).toBe(parts(whole));
		expect(offlineStyle().length).toBeLessThan(css.length + 45_000);
	});

	it('[P5] a comment’s sign within a string is no comment', () => {
		expect(smaller(`a::before { content: ' /* ; */  {' ; } /* x */ b { color : red; }`)).toBe(
			`a::before{content: ' /* ; */  {'}b{color : red}`
		);
	});
});
