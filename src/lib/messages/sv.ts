import { api } from './api.sv.ts';
import { account } from './account.sv.ts';
import { audit } from './audit.sv.ts';
import { board } from './board.sv.ts';
import { indicators } from './indicators.sv.ts';
import { publish } from './publish.sv.ts';
import { reports } from './reports.sv.ts';
import { shell } from './shell.sv.ts';
import { start } from './start.sv.ts';
import { unexpected } from './unexpected.sv.ts';
import { common } from './common.sv.ts';
import { editor } from './editor.sv.ts';
import { hinders } from './hinders.sv.ts';
import { refusal } from './refusal.sv.ts';
import { reader } from './reader.sv.ts';

/** Swedish: the source. One namespace an area. */
export const sv = {
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
