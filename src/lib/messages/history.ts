import { history as en } from './history.en.ts';
import { history as sv } from './history.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const historyTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
