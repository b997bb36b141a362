import { matrix as en } from './matrix.en.ts';
import { matrix as sv } from './matrix.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const matrixTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
