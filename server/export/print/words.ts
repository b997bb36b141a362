import { printTexts } from '#messages/print.ts';
import { LANG } from '../words.ts';

/** The words of paper alone; those that the web has too are in `../words.ts`. */
export const p = printTexts(LANG);
