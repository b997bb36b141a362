import { api } from './api.en.ts';
import { account } from './account.en.ts';
import { audit } from './audit.en.ts';
import { board } from './board.en.ts';
import { indicators } from './indicators.en.ts';
import { publish } from './publish.en.ts';
import { reports } from './reports.en.ts';
import { shell } from './shell.en.ts';
import { start } from './start.en.ts';
import { unexpected } from './unexpected.en.ts';
import { common } from './common.en.ts';
import { editor } from './editor.en.ts';
import { hinders } from './hinders.en.ts';
import type { Messages } from './index.ts';
import { refusal } from './refusal.en.ts';
import { reader } from './reader.en.ts';

/** English: the second language; the type makes a missing message an error. */
export const en: Messages = {
	api,
	account,
	audit,
	board,
	indicators,
	publish,
	reports,
	shell,
	start,
	unexpected,
	common,
	editor,
	hinders,
	refusal,
	reader
};
