import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const POST = serve(operations.withdrawForms, ({ app, by, params, body }) =>
	app.commands.withdrawForms({ ...body, by, editionId: params.id })
);

export const fallback = otherMethod('/editions/{id}/withdraw');
