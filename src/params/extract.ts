import { readExtract } from '#core/extracts.ts';
import type { ParamMatcher } from '@sveltejs/kit';

/** A part of an edition by its address, such as `artikel/12` or `sammanfattning`. */
export const match: ParamMatcher = (path) => readExtract(path) !== null;
