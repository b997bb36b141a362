import type { Lang } from './index.ts';
import { parts as en } from './parts.en.ts';
import { parts as sv } from './parts.sv.ts';

/** The texts of this area in one language; only what shows them loads them. */
export const partsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
