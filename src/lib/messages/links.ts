import { links as en } from './links.en.ts';
import { links as sv } from './links.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const linksTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
