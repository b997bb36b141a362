import { deadlines as en } from './deadlines.en.ts';
import { deadlines as sv } from './deadlines.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const deadlinesTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
