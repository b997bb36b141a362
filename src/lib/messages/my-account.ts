import { myAccount as en } from './my-account.en.ts';
import { myAccount as sv } from './my-account.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const myAccountTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
