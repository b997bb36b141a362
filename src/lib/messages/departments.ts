import { departments as en } from './departments.en.ts';
import { departments as sv } from './departments.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const departmentsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
