import type { Actor } from '#core/access.ts';
import { operations } from '#api/operations.ts';
import { page } from '#api/paging.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.listReports, async ({ app, actor, query }) =>
	page(await app.views.apiReports(actor, null), query, (r) => [-r.reportYear, r.title, r.id])
);

export const POST = serve(operations.createReport, async ({ app, actor, by, body }) => {
	const authorityId = body.authorityId === '' ? onlyAuthority(actor) : body.authorityId;
	const made = await app.commands.createReport({ ...body, by, authorityId });
	return made.ok ? app.views.apiReport(actor, { reportId: made.value.reportId }) : made;
});

export const fallback = otherMethod('/reports');

/** The authority whose reports the person coordinates; empty when there are several or none. */
function onlyAuthority(actor: Actor | null): string {
	const ids = actor?.grants.flatMap((g) =>
		g.role === 'coordinator' && g.reportId === null ? [g.authorityId] : []
	);
	const [first, ...others] = new Set(ids);
	return others.length === 0 ? (first ?? '') : '';
}
