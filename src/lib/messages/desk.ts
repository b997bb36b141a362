import { desk as en } from './desk.en.ts';
import { desk as sv } from './desk.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const deskTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
