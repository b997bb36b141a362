import { pages as en } from './pages.en.ts';
import { pages as sv } from './pages.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const pagesTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
