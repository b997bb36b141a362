import { shell } from './shell.sv.ts';
import { unexpected } from './unexpected.sv.ts';
import { common } from './common.sv.ts';
import { editor } from './editor.sv.ts';
import { refusal } from './refusal.sv.ts';

/** Swedish: the source. One namespace an area. */
export const sv = {
	shell,
	unexpected,
	common,
	editor,
	refusal
};
