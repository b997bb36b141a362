import { LONGEST_QUERY } from '#core/search.ts';
import { valueOf } from '../../refusals.ts';
import { readAddress } from './address.ts';
import type { PageServerLoad } from './$types';

const HITS_A_PAGE = 20;

/** Search in the published editions: the same for everybody, so anyone may keep it and ask again. */
export const load: PageServerLoad = async (event) => {
	valueOf(await event.locals.app.limits.take('searchAddress', event.getClientAddress()), event);
	const asked = readAddress(event.url.searchParams);
	const { q, filters, all, page } = asked;
	const found = await event.locals.app.views.searchEditions(null, {
		q,
		filters,
		all,
		limit: HITS_A_PAGE,
		from: { page }
	});
	event.setHeaders({ 'cache-control': 'public, max-age=0, must-revalidate' });
	return {
		// What is too long is not sent back whole.
		asked: { ...asked, q: q.slice(0, LONGEST_QUERY) },
		answer: valueOf(found, event)
	};
};
