import { refusalError, valueOf } from '../../refusals.ts';
import { xmlAnswer } from '../feeds/answer.ts';
import { dcatXml } from '../feeds/dcat.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const editions = valueOf(await event.locals.app.views.publishedEditions(null, null), event);
	const catalogue = dcatXml(editions, event.url.origin);
	return catalogue
		? xmlAnswer('application/rdf+xml', catalogue)
		: refusalError({ code: 'notFound' }, event);
};
