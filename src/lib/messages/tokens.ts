import { tokens as en } from './tokens.en.ts';
import { tokens as sv } from './tokens.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const tokensTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
