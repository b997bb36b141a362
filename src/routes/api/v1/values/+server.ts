import { operations } from '#api/operations.ts';
import { page } from '#api/paging.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.listValues, async ({ app, actor, query }) =>
	page(await app.views.apiValues(actor, null), query, (v) => [
		v.indicator.title,
		v.indicator.id,
		v.series,
		v.breakdown,
		v.period
	])
);

export const fallback = otherMethod('/values');
