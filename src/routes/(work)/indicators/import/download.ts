import { isoDate } from '#core/format.ts';
import type { WrittenCell } from '#core/values-table-write.ts';
import type { FileFormat } from '#server/figures/service.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { valueOf } from '../../../refusals.ts';

const TYPES: Record<FileFormat, string> = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

async function download(
	{ locals: { app, lang } }: RequestEvent,
	rows: WrittenCell[][],
	format: FileFormat,
	name: string
): Promise<Response> {
	const bytes = await app.figures.write(rows, format, lang);
	return new Response(Buffer.from(bytes), {
		headers: {
			'content-type': TYPES[format],
			'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}.${format}"`
		}
	});
}

/** The values of all indicators, or of `?indicator=`, as a file. */
export const exportAs = (format: FileFormat) => async (event: RequestEvent) => {
	const { app, actor, lang } = event.locals;
	const indicatorId = event.url.searchParams.get('indicator');
	const { rows, name } = valueOf(await app.views.valuesExport(actor, { indicatorId, lang }), event);
	const of = [lang === 'sv' ? 'nyckeltal' : 'indicators', name, isoDate(app.clock())];
	return download(event, rows, format, of.filter(Boolean).join('-'));
};

/** A table to fill in. */
export const templateAs = (format: FileFormat) => async (event: RequestEvent) => {
	const { app, actor, lang } = event.locals;
	const { rows } = valueOf(await app.views.valuesTemplate(actor, { lang }), event);
	return download(event, rows, format, lang === 'sv' ? 'mall-nyckeltal' : 'template-indicators');
};
