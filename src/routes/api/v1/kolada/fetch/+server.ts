import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.getFetch, async ({ app, actor }) => app.kolada.state(actor));

export const POST = serve(operations.startFetch, async ({ app, actor, body }) =>
	app.kolada.start(actor, body)
);

export const fallback = otherMethod('/kolada/fetch');
