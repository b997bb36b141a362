import { common } from './common.sv.ts';

/** Swedish: the source. One namespace an area. */
export const sv = {
	common
};
