import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const PUT = serve(
	operations.putIndicatorValues,
	async ({ app, actor, by, params: { id }, body }) => {
		const done = await app.commands.putIndicatorValues({ ...body, by, indicatorId: id });
		return done.ok ? app.views.apiIndicator(actor, { indicatorId: id }) : done;
	}
);

export const fallback = otherMethod('/indicators/{id}/values');
