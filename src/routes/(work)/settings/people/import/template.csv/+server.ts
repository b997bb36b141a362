import { writeCsv } from '#core/csv-write.ts';
import { valueOf } from '../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** A table of people to fill in. */
export const GET: RequestHandler = async (event) => {
	const { app, actor, lang } = event.locals;
	const { rows } = valueOf(await app.views.peopleTemplate(actor, { lang }), event);
	const name = lang === 'sv' ? 'mall-personer' : 'template-people';
	return new Response(Buffer.from(writeCsv(rows, lang)), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}.csv"`
		}
	});
};
