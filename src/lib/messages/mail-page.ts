import { mailPage as en } from './mail-page.en.ts';
import { mailPage as sv } from './mail-page.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const mailPageTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
