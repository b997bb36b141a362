import { archive as en } from './archive.en.ts';
import { archive as sv } from './archive.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only what writes them loads them. */
export const archiveTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
