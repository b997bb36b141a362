import { importing as en } from './importing.en.ts';
import { importing as sv } from './importing.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const importingTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
