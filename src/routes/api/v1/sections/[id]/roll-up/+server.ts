import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.getRollUp, ({ app, actor, params, query }) =>
	app.views.sectionRollUp(actor, { sectionId: params.id, shows: query.shows })
);

export const fallback = otherMethod('/sections/{id}/roll-up');
