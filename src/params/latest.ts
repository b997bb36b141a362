import { readLatestName } from '#core/forms.ts';
import type { ParamMatcher } from '@sveltejs/kit';

/** A form of a report's newest edition, such as `barnbokslut-2022.pdf`; the page is without suffix. */
export const match: ParamMatcher = (name) => readLatestName(name) !== null;
