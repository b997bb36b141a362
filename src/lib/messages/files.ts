import { files as en } from './files.en.ts';
import { files as sv } from './files.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only what shows them loads them. */
export const filesTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
