import { ok } from '#core/result.ts';
import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const POST = serve(operations.publishReport, async ({ app, by, params, body }) => {
	const made = await app.publishing.publish({ number: null, ...body, by, reportId: params.id });
	if (!made.ok) return made;
	const { editionId: id, slug, number, hash } = made.value;
	return ok({ id, slug, number, hash });
});

export const fallback = otherMethod('/reports/{id}/publish');
