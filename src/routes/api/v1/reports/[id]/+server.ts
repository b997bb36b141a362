import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.getReport, ({ app, actor, params }) =>
	app.views.apiReport(actor, { reportId: params.id })
);

export const fallback = otherMethod('/reports/{id}');
