import type { SourceWhy } from '#core/result.ts';
import type { Lang } from './index.ts';
import type { Words } from './refusal.sv.ts';
import { source as en } from './source.en.ts';
import { source as sv } from './source.sv.ts';

/** How a source of figures failed us, in words; only what asks one loads them. */
export const sourceWords = (why: SourceWhy, lang: Lang): Words => (lang === 'en' ? en : sv)[why];

/** The same in one line, for the API and lists. */
export function sourceSentence(why: SourceWhy, lang: Lang): string {
	const { what, then } = sourceWords(why, lang);
	return `${what} ${then}`;
}
