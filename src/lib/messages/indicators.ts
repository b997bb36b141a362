import { indicators as en } from './indicators.en.ts';
import { indicators as sv } from './indicators.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const indicatorsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
