import { personalData as en } from './personal-data.en.ts';
import { personalData as sv } from './personal-data.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const personalDataTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
