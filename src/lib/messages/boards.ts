import { boards as en } from './boards.en.ts';
import { boards as sv } from './boards.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const boardsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
