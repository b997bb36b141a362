import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.getEdition, ({ app, params }) =>
	app.views.apiEdition(null, { editionId: params.id })
);

export const fallback = otherMethod('/editions/{id}');
