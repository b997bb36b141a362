import { readFormName } from '#core/forms.ts';
import type { ParamMatcher } from '@sveltejs/kit';

/** A form of an edition by its address, such as `1.pdf`; the edition's own page is `1`. */
export const match: ParamMatcher = (name) => readFormName(name) !== null;
