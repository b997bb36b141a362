import type { Lang } from './index.ts';
import { peopleFile as en } from './people-file.en.ts';
import { peopleFile as sv } from './people-file.sv.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const peopleFileTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
