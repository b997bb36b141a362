import { trail as en } from './trail.en.ts';
import { trail as sv } from './trail.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const trailTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
