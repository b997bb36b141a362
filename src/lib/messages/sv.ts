import { api } from './api.sv.ts';
import { common } from './common.sv.ts';
import { editor } from './editor.sv.ts';
import { hinders } from './hinders.sv.ts';
import { refusal } from './refusal.sv.ts';
import { reader } from './reader.sv.ts';

/** Swedish: the source. One namespace an area. */
export const sv = {
	api,
	common,
	editor,
	hinders,
	refusal,
	reader
};
