import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const POST = serve(operations.cancelFetch, async ({ app, actor }) =>
	app.kolada.cancel(actor)
);

export const fallback = otherMethod('/kolada/fetch/cancel');
