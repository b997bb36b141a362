import type { PageServerLoad } from './$types';
import { readComparison } from '../read-comparison.ts';

/** An edition beside one of another report. */
export const load: PageServerLoad = (event) =>
	readComparison(event, event.params.slug, event.params.other);
