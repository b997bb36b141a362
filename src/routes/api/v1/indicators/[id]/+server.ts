import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.getIndicator, ({ app, actor, params }) =>
	app.views.apiIndicator(actor, { indicatorId: params.id })
);

export const fallback = otherMethod('/indicators/{id}');
