import { board as en } from './board.en.ts';
import { board as sv } from './board.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const boardTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
