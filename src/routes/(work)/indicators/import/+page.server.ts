import { REFUSAL_STATUS, refuse, type Refusal } from '#core/result.ts';
import { VALUES_LIMITS } from '#core/values-table.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field, fields, idInAddress } from '../../../form.ts';
import { refusalError, refusedForm, valueOf } from '../../../refusals.ts';
import { counted, formWithFile } from '../../../sent-file.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/indicators/import';

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

export const actions = {
	read: async (event) => {
		const { app, actor } = event.locals;
		const no = (refusal: Refusal, source: string) =>
			refusedForm(refusal, { read: { refusal, source } }, event);
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const often = await app.limits.take('filePerson', actor.personId);
		if (!often.ok) return no(often.refusal, '');
		const form = await formWithFile(event.request, VALUES_LIMITS.bytes);
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
		if (!kept.ok) redirect(303, `${HERE}?file=${idInAddress(id)}`);
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
