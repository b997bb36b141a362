import type { Lang } from './index.ts';
import { wordIn as en } from './word-in.en.ts';
import { wordIn as sv } from './word-in.sv.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const wordInTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
