import { valueOf } from '../../refusals.ts';
import { xmlAnswer } from '../feeds/answer.ts';
import { sitemapXml } from '../feeds/sitemap.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const editions = valueOf(await event.locals.app.views.publishedEditions(null, null), event);
	return xmlAnswer('application/xml', sitemapXml(editions, event.url.origin));
};
