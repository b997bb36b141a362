import { findings as en } from './findings.en.ts';
import { findings as sv } from './findings.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the panel that shows them loads them. */
export const findingsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
