import { isoDate } from '#core/format.ts';
import { readIndicator } from '#core/indicator.ts';
import { provenance } from '#core/provenance.ts';
import { ok } from '#core/result.ts';
import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const GET = serve(operations.getSectionFigure, async ({ app, actor, params, lang }) => {
	const found = await app.views.sectionFigure(actor, {
		sectionId: params.id,
		indicatorId: params.indicator
	});
	if (!found.ok) return found;
	const { figures, next, isFixed, municipality, uses } = found.value;
	const { id, title, kpiId, note } = figures.indicator;
	const today = isoDate(app.clock());
	return ok({
		indicator: { id, title, kpiId, note },
		isFixed,
		rows: provenance(figures, readIndicator(figures), { lang, municipality, next, today }),
		uses
	});
});

export const fallback = otherMethod('/sections/{id}/figures/{indicator}');
