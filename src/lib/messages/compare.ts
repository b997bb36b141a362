import { compare as en } from './compare.en.ts';
import { compare as sv } from './compare.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const compareTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
