import { operations } from '#api/operations.ts';
import { page } from '#api/paging.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.listIndicators, async ({ app, actor, query }) =>
	page(await app.views.apiIndicators(actor, null), query, (i) => [i.title, i.id])
);

export const fallback = otherMethod('/indicators');
