import type { Lang } from './index.ts';
import { organisation as en } from './organisation.en.ts';
import { organisation as sv } from './organisation.sv.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const organisationTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
