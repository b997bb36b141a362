import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const POST = serve(
	operations.settleNotice,
	async ({ app, by, params: { id }, body: { take } }) =>
		app.commands.settleNotice({ by, noticeId: id, take })
);

export const fallback = otherMethod('/kolada/notices/{id}');
