import type { Lang } from './index.ts';
import { review as en } from './review.en.ts';
import { review as sv } from './review.sv.ts';

/** The texts of this area in one language; only what shows comments loads them. */
export const reviewTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
