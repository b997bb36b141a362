import { wordFile as en } from './word-file.en.ts';
import { wordFile as sv } from './word-file.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const wordFileTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
