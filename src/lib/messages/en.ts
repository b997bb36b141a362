import { common } from './common.en.ts';
import type { Messages } from './index.ts';

/** English: the second language; the type makes a missing message an error. */
export const en: Messages = {
	common
};
