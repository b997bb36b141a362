import { readEdition } from '../read-edition.ts';
import type { PageServerLoad } from './$types';

/** The newest edition of a report. */
export const load: PageServerLoad = (event) => readEdition(event, event.params.slug, null);
