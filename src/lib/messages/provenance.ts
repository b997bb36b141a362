import type { Lang } from './index.ts';
import { provenance as en } from './provenance.en.ts';
import { provenance as sv } from './provenance.sv.ts';

/** The texts of this area in one language; only the panel that shows them loads them. */
export const provenanceTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
