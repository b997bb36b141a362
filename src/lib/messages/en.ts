import { shell } from './shell.en.ts';
import { unexpected } from './unexpected.en.ts';
import { common } from './common.en.ts';
import { editor } from './editor.en.ts';
import type { Messages } from './index.ts';
import { refusal } from './refusal.en.ts';

/** English: the second language; the type makes a missing message an error. */
export const en: Messages = {
	shell,
	unexpected,
	common,
	editor,
	refusal
};
