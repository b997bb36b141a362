import { rollUp as en } from './roll-up.en.ts';
import { rollUp as sv } from './roll-up.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const rollUpTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
