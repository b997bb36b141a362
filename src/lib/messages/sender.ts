import { sender as en } from './sender.en.ts';
import { sender as sv } from './sender.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const senderTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
