import { editionNumber, readEdition } from '../../../read-edition.ts';
import type { PageServerLoad } from './$types';

/** P2: one edition, at the address that stays its own. */
export const load: PageServerLoad = (event) =>
	readEdition(event, event.params.slug, editionNumber(event.params.n, event));
