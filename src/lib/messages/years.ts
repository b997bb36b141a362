import { years as en } from './years.en.ts';
import { years as sv } from './years.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const yearsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
