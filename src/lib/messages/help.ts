import { help as en } from './help.en.ts';
import { help as sv } from './help.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const helpTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
