import { api as en } from './api.en.ts';
import { api as sv } from './api.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const apiTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
