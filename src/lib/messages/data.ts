import { data as en } from './data.en.ts';
import { data as sv } from './data.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only what writes them loads them. */
export const dataTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
