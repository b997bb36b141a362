import type { Lang } from './index.ts';
import { signIn as en } from './sign-in.en.ts';
import { signIn as sv } from './sign-in.sv.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const signInTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
