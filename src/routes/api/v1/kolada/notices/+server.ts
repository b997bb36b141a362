import { operations } from '#api/operations.ts';
import { page } from '#api/paging.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.listNotices, async ({ app, actor, query }) =>
	page(await app.views.figureNotices(actor, null), query, (n) => [-n.at, n.id])
);

export const fallback = otherMethod('/kolada/notices');
