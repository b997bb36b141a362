import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';
import { ok } from '#core/result.ts';

export const POST = serve(operations.previewImport, async ({ app, actor, body }) => {
	const bytes = new TextEncoder().encode(body.csv);
	const table = await app.figures.understand(actor, { bytes, source: body.source });
	if (!table.ok) return table;
	const preview = await app.views.valuesImport(actor, { table: table.value });
	if (!preview.ok) return preview;
	const { groups: _groups, municipality: _municipality, ...told } = preview.value;
	return ok(told);
});

export const fallback = otherMethod('/values/preview');
