import { refusalError } from '../../refusals.ts';
import type { PageServerLoad } from './$types';
import { placesFor } from './places.ts';

/** What the person may look after; for who may nothing of it, the page does not exist. */
export const load: PageServerLoad = (event) => {
	const { actor } = event.locals;
	if (!actor) refusalError({ code: 'notSignedIn' }, event);
	const places = placesFor(actor);
	if (places.length === 0) refusalError({ code: 'notFound' }, event);
	return { places: places.map(({ href, words }) => ({ href, words })) };
};
