import { preview as en } from './preview.en.ts';
import { preview as sv } from './preview.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const previewTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
