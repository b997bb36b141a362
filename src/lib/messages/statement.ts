import { statement as en } from './statement.en.ts';
import { statement as sv } from './statement.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const statementTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
