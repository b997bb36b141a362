import { fileForms as en } from './file-forms.en.ts';
import { fileForms as sv } from './file-forms.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the pages that show them load them. */
export const fileFormsTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
