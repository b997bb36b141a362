import { valueOf } from '../../refusals.ts';
import type { PageServerLoad } from './$types';

/** The same for everybody, so anyone may keep it and ask again. */
export const load: PageServerLoad = async (event) => {
	const statement = valueOf(await event.locals.app.views.publishedStatement(null, null), event);
	event.setHeaders({ 'cache-control': 'public, max-age=0, must-revalidate' });
	return { statement };
};
