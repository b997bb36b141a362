import type { Lang } from './index.ts';
import { loginService as en } from './login-service.en.ts';
import { loginService as sv } from './login-service.sv.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const loginServiceTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
