import { kinds as en } from './kinds.en.ts';
import { kinds as sv } from './kinds.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const kindsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
