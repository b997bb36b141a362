import { operations } from '#api/operations.ts';
import { page } from '#api/paging.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.listLate, async ({ app, actor, params, query }) =>
	page(await app.views.apiLate(actor, { sectionId: params.id }), query, (l) => [l.at, l.id])
);

export const fallback = otherMethod('/sections/{id}/late');
