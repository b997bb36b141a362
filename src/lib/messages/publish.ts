import { publish as en } from './publish.en.ts';
import { publish as sv } from './publish.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const publishTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
