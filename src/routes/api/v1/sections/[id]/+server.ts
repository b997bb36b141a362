import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.getSection, ({ app, actor, params }) =>
	app.views.apiSection(actor, { sectionId: params.id })
);

export const fallback = otherMethod('/sections/{id}');
