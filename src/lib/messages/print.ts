import type { Lang } from './index.ts';
import { print as en } from './print.en.ts';
import { print as sv } from './print.sv.ts';

/** The texts of this area in one language; an edition's files are always in Swedish. */
export const printTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
