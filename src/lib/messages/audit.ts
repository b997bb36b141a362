import { audit as en } from './audit.en.ts';
import { audit as sv } from './audit.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const auditTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
