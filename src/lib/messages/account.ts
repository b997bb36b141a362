import { account as en } from './account.en.ts';
import { account as sv } from './account.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const accountTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
