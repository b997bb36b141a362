import { dialogs as en } from './dialogs.en.ts';
import { dialogs as sv } from './dialogs.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the dialogs themselves load them. */
export const dialogsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
