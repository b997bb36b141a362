import { jobs as en } from './jobs.en.ts';
import { jobs as sv } from './jobs.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const jobsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
