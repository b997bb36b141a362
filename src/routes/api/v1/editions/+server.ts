import { operations } from '#api/operations.ts';
import { page } from '#api/paging.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.listEditions, async ({ app, query }) =>
	page(await app.views.apiEditions(null, null), query, (e) => [
		-e.reportYear,
		-e.publishedAt,
		-e.number,
		e.id
	])
);

export const fallback = otherMethod('/editions');
