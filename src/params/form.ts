import type { ParamMatcher } from '@sveltejs/kit';

/**
 * What looks like a file of an edition, such as `1.pdf`; the edition's own page is `1`. Which files there
 * are the route knows (#core/forms.ts): every page's script brings the matchers along.
 */
export const match: ParamMatcher = (name) => /^[1-9]\d{0,4}[.-][a-z.]+$/.test(name);
