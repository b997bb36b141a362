import { lineage as en } from './lineage.en.ts';
import { lineage as sv } from './lineage.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const lineageTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
