import type { Actor } from '#core/access.ts';
import { refuse } from '#core/result.ts';
import { operations } from '#api/operations.ts';
import { page } from '#api/paging.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.listReports, async ({ app, actor, query }) =>
	page(await app.views.apiReports(actor, null), query, (r) => [-r.reportYear, r.title, r.id])
);

export const POST = serve(operations.createReport, async ({ app, actor, by, body }) => {
	const { from, title = '', reportYear } = body;
	const theirs = (['template', 'variant', 'meta', 'authorityId'] as const).filter(
		(field) => from !== undefined && (body[field] ?? '') !== ''
	);
	if (theirs.length > 0)
		return refuse({
			code: 'invalid',
			problems: theirs.map((field) => ({ field, problem: 'notWithFrom' }))
		});
	const authorityId = body.authorityId === '' ? onlyAuthority(actor) : body.authorityId;
	const made = await (from === undefined
		? app.commands.createReport({ ...body, by, authorityId })
		: app.commands.rollOverReport({ by, fromReportId: from, title, reportYear }));
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
