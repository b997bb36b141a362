import { valueOf } from '../../refusals.ts';
import { xmlAnswer } from '../feeds/answer.ts';
import { rssXml } from '../feeds/rss.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const editions = valueOf(await event.locals.app.views.publishedEditions(null, null), event);
	return xmlAnswer('application/rss+xml', rssXml(editions, event.url.origin));
};
