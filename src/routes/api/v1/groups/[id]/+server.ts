import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const PUT = serve(
	operations.changeGroup,
	async ({ app, by, params: { id }, body: { version, ...input } }) =>
		app.commands.saveGroup({ by, groupId: id, version, input })
);

export const fallback = otherMethod('/groups/{id}');
