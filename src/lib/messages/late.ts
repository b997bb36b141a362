import { late as en } from './late.en.ts';
import { late as sv } from './late.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const lateTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
