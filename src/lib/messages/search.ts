import { search as en } from './search.en.ts';
import { search as sv } from './search.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const searchTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
