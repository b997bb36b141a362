import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.getPreviousSection, ({ app, actor, params }) =>
	app.views.previousSection(actor, { sectionId: params.id })
);

export const fallback = otherMethod('/sections/{id}/previous');
