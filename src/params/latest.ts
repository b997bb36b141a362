import type { ParamMatcher } from '@sveltejs/kit';

/** What looks like a file of a report, such as `barnbokslut-2022.pdf`: names of reports have no full stop. */
export const match: ParamMatcher = (name) => /^[a-z0-9-]+\.[a-z]+$/.test(name);
