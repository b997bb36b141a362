import { blackline as en } from './blackline.en.ts';
import { blackline as sv } from './blackline.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const blacklineTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
