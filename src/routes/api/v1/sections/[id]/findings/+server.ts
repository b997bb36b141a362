import { ok } from '#core/result.ts';
import { operations } from '#api/operations.ts';
import { page } from '#api/paging.ts';
import { otherMethod, serve } from '#api/serve.ts';
import { findingWords } from '#messages/checks.ts';

export const GET = serve(operations.listFindings, async ({ app, actor, params, query, lang }) => {
	const found = await app.views.sectionFindings(actor, { sectionId: params.id });
	if (!found.ok) return found;
	// In the order of the view, in which each finding has its own key.
	const items = found.value.map((f, order) => {
		const { says, todo } = findingWords(f, lang);
		const { path, row, column, from, to } = f.place;
		return {
			order,
			finding: f.key,
			rule: f.rule,
			code: f.code,
			severity: f.severity,
			place: { path, row, column, from, to },
			excerpt: f.excerpt,
			message: says,
			todo,
			overridden: f.overridden
		};
	});
	const paged = page(ok(items), query, (item) => [item.order, item.finding]);
	if (!paged.ok) return paged;
	const { next } = paged.value;
	return ok({ items: paged.value.items.map(({ order: _, ...item }) => item), next });
});

export const fallback = otherMethod('/sections/{id}/findings');
