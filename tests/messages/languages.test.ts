import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** M3: every text of the interface stands in `src/lib/messages/`, in both languages, in the same form. */

const MESSAGES = 'src/lib/messages';
const areas = readdirSync(MESSAGES)
	.filter((name) => name.endsWith('.sv.ts'))
	.map((name) => name.slice(0, -'.sv.ts'.length));

type Texts = Record<string, unknown>;
const load = async (area: string, lang: string): Promise<Texts> =>
	(await import(/* @vite-ignore */ resolve(MESSAGES, `${area}.${lang}.ts`))) as Texts;

/** Every text and function with its way to it. */
function* leaves(value: unknown, way: string): Generator<[way: string, value: unknown]> {
	if (typeof value === 'object' && value !== null)
		for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${way}.${key}`);
	else yield [way, value];
}

const kindOf = (value: unknown): string =>
	typeof value === 'function' ? `function of ${value.length}` : typeof value;

test('[M3] every area has the same texts in both languages, of the same kind', async () => {
	expect(areas.length).toBeGreaterThan(40);
	for (const area of areas) {
		const [sv, en] = await Promise.all([load(area, 'sv'), load(area, 'en')]);
		const shape = (texts: Texts) =>
			[...leaves(texts, area)].map(([way, value]) => `${way}: ${kindOf(value)}`).sort();
		// The whole of a language gathers areas under other names.
		const bare = (lines: string[]) => lines.filter((line) => !/^[a-z-]+\.default\./.test(line));
		expect(bare(shape(en)), area).toEqual(bare(shape(sv)));
	}
});

/** A word with a letter that English lacks, or one that stands in Swedish sentences alone. */
const SWEDISH =
	/[åäöÅÄÖ]|\b(?:och|inte|eller|som|det|att|för|med|till|av|den|ett|är|har|kan|ska|du|din|inget|ingen|alla|vid|om|när|från)\b/u;
/** Names, and words quoted from what is written in Swedish. */
const QUOTED =
	/barnbokslut\w*|[”“"‘’'][^”“"‘’']*[”’"']|Göteborg\w*|Malmö|Söderhamn|Linköping|Svenska|”[^”]*”|\b\d[\d ]*\b/giu;

const sampled = (value: unknown): string =>
	typeof value === 'function'
		? ts.transpile(String(value), { removeComments: true }).replace(/\$\{[^}]*\}/g, '')
		: typeof value === 'string'
			? value
			: '';

test('[M3] nothing of the English texts is Swedish', async () => {
	const left: string[] = [];
	for (const area of areas)
		for (const [way, value] of leaves(await load(area, 'en'), area)) {
			const text = sampled(value).replace(QUOTED, '');
			if (SWEDISH.test(text)) left.push(`${way}: ${text.trim().slice(0, 120)}`);
		}
	expect(left.filter((line) => !EXPECTED_SWEDISH.some((way) => line.startsWith(way)))).toEqual([]);
});

/** Examples of what is written in a report, which is in Swedish. */
const EXPECTED_SWEDISH = [
	'areas.areas.facts.dueHint',
	'fetching.fetching.groups.all',
	'indicators.indicators.describe.subjectHint',
	'kinds.kinds.hint.subject',
	'kinds.kinds.hint.answererTitle',
	'kinds.kinds.decision.bodyHint',
	'templates.templates.new.nameHint'
];

test('[M3] a text with a number reads as a sentence for none, one and two', async () => {
	for (const area of areas)
		for (const lang of ['sv', 'en'])
			for (const [way, value] of leaves(await load(area, lang), `${area}.${lang}`)) {
				if (typeof value !== 'function' || value.length !== 1) continue;
				// What takes a number is called with `n` alone.
				if (!/^(?:function\s*\w*)?\s*\(?n\)?\s*(?:=>|\{)/.test(String(value))) continue;
				const said = [0, 1, 2].map((n) => String((value as (n: number) => unknown)(n)));
				for (const text of said) expect(text, way).not.toMatch(/undefined|NaN|null|\[object/);
				// One is not two: "1 sections" is no English.
				const noun = /^2 (\p{Ll}{2,}s)\b/u.exec(said[2] ?? '')?.[1];
				if (lang === 'en' && noun !== undefined) expect(said[1], way).not.toContain(`1 ${noun}`);
			}
});

/** What is read by people, in a place where code may not say it itself. */
const SPOKEN = new Set([
	'aria-label',
	'aria-description',
	'title',
	'alt',
	'placeholder',
	'label',
	'hint'
]);

/** Rooms where texts of the interface could hide. */
const ROOMS = ['src/routes', 'src/lib/ui', 'src/lib/editor'];

function filesOf(folder: string, ending: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return filesOf(path, ending);
		return entry.name.endsWith(ending) ? [path] : [];
	});
}

/** Two letters in a row, so that signs and single letters of formulas pass. */
const WORD = /\p{L}{2,}/u;

/** Words that are the same in both languages, names, and units of styles. */
const SAME =
	/^(?:px|Art\.|npm run verify|RSS|Barnbokslut|Kolada|English|Svenska|a|r|Ctrl|Esc|CSV|Excel|Word|PDF|JSON)$/;

/** What a fragment says by itself: texts between tags, and attributes that are read or shown. */
function* spokenIn(node: unknown): Generator<string> {
	if (Array.isArray(node)) for (const inner of node) yield* spokenIn(inner);
	if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
	const { type, name, data } = node as { type?: string; name?: string; data?: string };
	if (type === 'Text' && data !== undefined) yield data;
	if (type === 'Attribute' && !SPOKEN.has(name ?? '')) return;
	if (type === 'StyleDirective' || type === 'ClassDirective') return;
	for (const inner of Object.values(node)) yield* spokenIn(inner);
}

/** Every text of an expression in a template. */
function* literalsIn(node: unknown): Generator<string> {
	if (Array.isArray(node)) for (const inner of node) yield* literalsIn(inner);
	if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
	const { type, value } = node as { type?: string; value?: unknown };
	if (type === 'Literal' && typeof value === 'string') yield value;
	if (type === 'TemplateElement') yield (value as { raw: string }).raw;
	for (const inner of Object.values(node)) yield* literalsIn(inner);
}

const isSwedish = (text: string): boolean => /[åäöÅÄÖ]|\b(?:och|inte|eller|som|att)\b/u.test(text);
/** The reader's pages are written in Swedish by decision, as the editions are. */
const isForReaders = (file: string): boolean => file.startsWith('src/routes/(read)/');
/** What a command writes into a report is Swedish, whoever's language the tools speak. */
const WRITTEN = ['src/lib/editor/commands.ts: Från'];

test('[M3] no page, component or editor holds words of its own', () => {
	const found: string[] = [];
	for (const file of ROOMS.flatMap((room) => filesOf(room, '.svelte'))) {
		const { fragment } = parse(readFileSync(file, 'utf8'), { modern: true });
		for (const text of spokenIn(fragment)) {
			const words = text.replace(/&\w+;/g, ' ').trim();
			if (WORD.test(words) && !SAME.test(words)) found.push(`${file}: ${words.slice(0, 80)}`);
		}
	}
	expect(found).toEqual([]);
});

test('[M3] no code of pages, components or editor holds a Swedish word', () => {
	const found: string[] = [];
	const files = ROOMS.flatMap((room) => [...filesOf(room, '.ts'), ...filesOf(room, '.svelte')]);
	for (const file of files.filter((one) => !isForReaders(one))) {
		const source = readFileSync(file, 'utf8');
		const note = (text: string) => {
			if (isSwedish(text)) found.push(`${file}: ${text.slice(0, 80)}`);
		};
		if (file.endsWith('.svelte'))
			for (const text of literalsIn(parse(source, { modern: true }).fragment)) note(text);
		const code = file.endsWith('.svelte')
			? [...source.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, inner]) => inner).join('\n')
			: source;
		const visit = (node: ts.Node): void => {
			if (
				ts.isStringLiteralLike(node) ||
				ts.isTemplateHead(node) ||
				ts.isTemplateMiddleOrTemplateTail(node)
			)
				note(node.text);
			ts.forEachChild(node, visit);
		};
		visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
	}
	expect(found.filter((line) => !WRITTEN.includes(line))).toEqual([]);
});
