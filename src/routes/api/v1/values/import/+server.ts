import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

export const POST = serve(operations.importValues, async ({ app, actor, by, body }) => {
	const { csv, source, seen, overwrite } = body;
	const bytes = new TextEncoder().encode(csv);
	const table = await app.figures.understand(actor, { bytes, source });
	if (!table.ok) return table;
	const { values } = table.value;
	return app.commands.importValues({ by, fileName: '', values, seen, overwrite });
});

export const fallback = otherMethod('/values/import');
