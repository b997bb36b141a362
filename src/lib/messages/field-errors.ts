import type { Refusal } from '#core/result.ts';
import type { Lang } from './index.ts';
import { problems as en } from './problems.en.ts';
import { problems as sv } from './problems.sv.ts';

/** What may be wrong with a field; `other` for what is not known here. */
export const problemTexts = (lang: Lang): Record<string, string> => (lang === 'en' ? en : sv);

/** What is wrong with each field of a refused form, by the field's name; empty for other refusals. */
export function fieldErrors(
	refusal: Refusal | null | undefined,
	lang: Lang
): Partial<Record<string, string>> {
	if (refusal?.code !== 'invalid') return {};
	const words = problemTexts(lang);
	return Object.fromEntries(
		refusal.problems.map((p) => [p.field, words[p.problem] ?? words['other'] ?? ''])
	);
}
