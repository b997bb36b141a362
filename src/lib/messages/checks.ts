import type { FindingCode, FindingParams } from '#core/checks.ts';
import { checks as en } from './checks.en.ts';
import { checks as sv } from './checks.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only what shows findings loads them. */
export const checksTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);

/** A finding in words: what is the matter, and what to do. */
export function findingWords(
	finding: { code: FindingCode; params: FindingParams },
	lang: Lang
): { says: string; todo: string } {
	const t = checksTexts(lang);
	return {
		says: t.says[finding.code](finding.params),
		todo: t.todo[finding.code](finding.params)
	};
}
