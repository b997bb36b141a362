import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';
import { ok } from '#core/result.ts';

export const GET = serve(operations.searchKpis, async ({ app, actor, query }) => {
	const found = await app.kolada.searchKpis(actor, query.title);
	return found.ok ? ok({ items: found.value }) : found;
});

export const fallback = otherMethod('/kolada/kpis');
