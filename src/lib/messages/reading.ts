import { reading as en } from './reading.en.ts';
import { reading as sv } from './reading.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const readingTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
