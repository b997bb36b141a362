import { reports as en } from './reports.en.ts';
import { reports as sv } from './reports.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const reportsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
