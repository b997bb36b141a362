import { reader as en } from './reader.en.ts';
import { reader as sv } from './reader.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const readerTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
