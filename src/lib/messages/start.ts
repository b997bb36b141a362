import { start as en } from './start.en.ts';
import { start as sv } from './start.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const startTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
