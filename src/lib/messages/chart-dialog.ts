import { chartDialog as en } from './chart-dialog.en.ts';
import { chartDialog as sv } from './chart-dialog.sv.ts';
import type { Lang } from './index.ts';

/** The texts of this area in one language; only the dialog loads them. */
export const chartDialogTexts = (lang: Lang): typeof sv => (lang === 'en' ? en : sv);
