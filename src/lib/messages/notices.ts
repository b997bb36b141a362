import { notices as en } from './notices.en.ts';
import { notices as sv } from './notices.sv.ts';
import type { Lang } from './index.ts';

export type { Told } from './notices.sv.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const noticesTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
