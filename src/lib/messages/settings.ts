import type { Lang } from './index.ts';
import { settings as en } from './settings.en.ts';
import { settings as sv } from './settings.sv.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const settingsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
