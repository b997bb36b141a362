import { helpLinks as en } from './help-links.en.ts';
import { helpLinks as sv } from './help-links.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const helpLinksTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
