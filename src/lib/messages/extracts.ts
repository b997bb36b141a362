import { extracts as en } from './extracts.en.ts';
import { extracts as sv } from './extracts.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const extractsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
