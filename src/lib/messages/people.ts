import type { Lang } from './index.ts';
import { people as en } from './people.en.ts';
import { people as sv } from './people.sv.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const peopleTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
