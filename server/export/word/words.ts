import { wordFileTexts } from '#messages/word-file.ts';
import { LANG } from '../words.ts';

/** The words of the Word file alone; all others come with the document. */
export const words = wordFileTexts(LANG);
