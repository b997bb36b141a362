import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';
import { ok } from '#core/result.ts';

export const GET = serve(operations.listDrift, async ({ app, actor, params: { id } }) => {
	const found = await app.views.drift(actor, { reportId: id });
	return found.ok ? ok({ items: found.value }) : found;
});

export const fallback = otherMethod('/reports/{id}/drift');
