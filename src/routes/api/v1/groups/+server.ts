import { operations } from '#api/operations.ts';
import { page } from '#api/paging.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.listGroups, async ({ app, actor, query }) =>
	page(await app.views.comparisonGroups(actor, null), query, (g) => [g.name, g.id])
);

export const POST = serve(operations.createGroup, async ({ app, by, body }) =>
	app.commands.saveGroup({ by, groupId: null, version: 0, input: body })
);

export const fallback = otherMethod('/groups');
