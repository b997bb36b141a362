import type { PageServerLoad } from './$types';
import { readComparison } from './read-comparison.ts';

/** An edition beside the natural other one, or beside an earlier one of the same report. */
export const load: PageServerLoad = (event) => readComparison(event, event.params.slug, null);
