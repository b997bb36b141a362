import { templates as en } from './templates.en.ts';
import { templates as sv } from './templates.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const templatesTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
