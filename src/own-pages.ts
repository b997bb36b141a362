/** What changes nothing by its definition. */
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * O3: whether a request may act with the cookies that come with it. A browser says the origin of the page
 * with every POST; a page of another site, or none, is not ours. JSON needs that site's own permission
 * before a browser sends it at all, and the API looks itself (`#api/serve.ts`), as programs say no origin.
 */
export function isOfOwnPage(
	{ method, headers }: Request,
	url: URL,
	routeId: string | null
): boolean {
	if (READING.has(method) || routeId?.startsWith('/api/v1')) return true;
	if (/^application\/json\b/i.test(headers.get('content-type') ?? '')) return true;
	return headers.get('origin') === url.origin;
}
