import { fetching as en } from './fetching.en.ts';
import { fetching as sv } from './fetching.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const fetchingTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
