import type { ParamMatcher } from '@sveltejs/kit';

/**
 * What may be a part of an edition by its address, such as `artikel/12` or `sammanfattning`; whether it
 * is one, the pages ask `readExtract`. Every page of the site loads this, so it is small.
 */
export const match: ParamMatcher = (path) =>
	/^(?:artikel\/.|forvaltning\/.|(?:sammanfattning|lattlast|barn)$)/.test(path);
