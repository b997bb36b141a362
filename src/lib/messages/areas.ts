import { areas as en } from './areas.en.ts';
import { areas as sv } from './areas.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the part that writes area tables loads them. */
export const areasTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
export type AreasTexts = typeof sv;
