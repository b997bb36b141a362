import { REFUSAL_STATUS, refuse, type Refusal } from '#core/result.ts';
import { VALUES_LIMITS } from '#core/values-table.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field, fields } from '../../../form.ts';
import { refusalError, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/indicators/import';

const counted = (params: URLSearchParams, name: string): number => {
	const n = Number(params.get(name));
	return Number.isInteger(n) && n > 0 ? n : 0;
};

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { searchParams } = event.url;
	const id = searchParams.get('file');
	/** What an import has just done. */
	const done = searchParams.has('done')
		? {
				fresh: counted(searchParams, 'fresh'),
				changed: counted(searchParams, 'changed'),
				left: counted(searchParams, 'left')
			}
		: null;
	const kept = await app.figures.kept(actor, id ?? '');
	if (!kept.ok) {
		if (kept.refusal.code !== 'notFound') refusalError(kept.refusal, event);
		return { file: null, gone: id !== null, done };
	}
	const { table, fileName } = kept.value;
	const preview = valueOf(await app.views.valuesImport(actor, { table }), event);
	return { file: { id: kept.value.id, name: fileName, preview }, gone: false, done };
};

/** The form; null where it is larger than the server takes at all, which ends its reading. */
async function formOf(request: Request): Promise<FormData | null> {
	try {
		return await request.formData();
	} catch (error) {
		if (Number(request.headers.get('content-length')) > VALUES_LIMITS.bytes) return null;
		throw error;
	}
}

export const actions = {
	read: async (event) => {
		const { app, actor } = event.locals;
		const no = (refusal: Refusal, source: string) =>
			fail(REFUSAL_STATUS[refusal.code], { read: { refusal, source } });
		const form = await formOf(event.request);
		if (!form)
			return no({ code: 'invalid', problems: [{ field: 'file', problem: 'tooLarge' }] }, '');
		const source = field(form, 'source');
		const file = form.get('file');
		const sent =
			file instanceof File && file.name !== ''
				? await app.figures.read(actor, { name: file.name, bytes: await file.bytes(), source })
				: refuse({ code: 'invalid', problems: [{ field: 'file', problem: 'missing' }] });
		if (sent.ok) redirect(303, `${HERE}?file=${sent.value.id}`);
		if (sent.refusal.code === 'notSignedIn') refusalError(sent.refusal, event);
		return no(sent.refusal, source);
	},
	import: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const id = field(form, 'file');
		const kept = await app.figures.kept(actor, id);
		// The page says that the file has gone, and what to do.
		if (!kept.ok) redirect(303, `${HERE}?file=${encodeURIComponent(id)}`);
		const { table, fileName } = kept.value;
		let overwrite = fields(form, 'overwrite').map(Number);
		if (form.get('act') === 'all') {
			// All that were shown; whether they still are what they were, the command looks.
			const { changed } = valueOf(await app.views.valuesImport(actor, { table }), event);
			overwrite = changed.rows.map(({ proposed }) => proposed.row);
		}
		const imported = await app.commands.importValues({
			by: actor.personId,
			fileName,
			values: table.values,
			seen: field(form, 'seen'),
			overwrite
		});
		if (!imported.ok) {
			const { refusal } = imported;
			return fail(REFUSAL_STATUS[refusal.code], { import: { refusal } });
		}
		await app.figures.drop(actor);
		const { fresh, changed, left } = imported.value;
		redirect(303, `${HERE}?done&fresh=${fresh}&changed=${changed}&left=${left}`);
	}
} satisfies Actions;
