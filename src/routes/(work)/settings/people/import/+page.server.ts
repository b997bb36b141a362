import { PEOPLE_LIMITS } from '#core/people-table.ts';
import { refuse } from '#core/result.ts';
import { redirect } from '@sveltejs/kit';
import { field, idInAddress } from '../../../../form.ts';
import { refusalError, refusedForm, valueOf } from '../../../../refusals.ts';
import { counted, formWithFile } from '../../../../sent-file.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/settings/people/import';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { searchParams } = event.url;
	const id = searchParams.get('file');
	const kept = await app.peopleFiles.kept(actor, id ?? '');
	const done = searchParams.has('done')
		? { added: counted(searchParams, 'added'), changed: counted(searchParams, 'changed') }
		: null;
	if (!kept.ok) {
		if (kept.refusal.code !== 'notFound') refusalError(kept.refusal, event);
		return { file: null, gone: id !== null, done };
	}
	const { table } = kept.value;
	const preview = valueOf(await app.views.peopleImport(actor, { table }), event);
	return { file: { id: kept.value.id, preview }, gone: false, done: null };
};

export const actions = {
	read: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const often = await app.limits.take('filePerson', actor.personId);
		if (!often.ok) return refusedForm(often.refusal, { refusal: often.refusal }, event);
		const form = await formWithFile(event.request, PEOPLE_LIMITS.bytes);
		const file = form?.get('file');
		const problem = form === null ? 'tooLarge' : 'missing';
		const read =
			file instanceof File && file.name !== ''
				? await app.peopleFiles.read(actor, await file.bytes())
				: refuse({ code: 'invalid', problems: [{ field: 'file', problem }] });
		if (read.ok) redirect(303, `${HERE}?file=${read.value.id}`);
		const { refusal } = read;
		if (refusal.code !== 'invalid') refusalError(refusal, event);
		return refusedForm(refusal, { refusal }, event);
	},
	import: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const id = field(form, 'file');
		const kept = await app.peopleFiles.kept(actor, id);
		// The page says that the file has gone, and what to do.
		if (!kept.ok) redirect(303, `${HERE}?file=${idInAddress(id)}`);
		const imported = await app.commands.importPeople({
			by: actor.personId,
			people: kept.value.table.people,
			seen: field(form, 'seen')
		});
		if (!imported.ok) return refusedForm(imported.refusal, { refusal: imported.refusal }, event);
		app.peopleFiles.drop(actor);
		const { added, changed } = imported.value;
		redirect(303, `${HERE}?done&added=${added}&changed=${changed}`);
	}
} satisfies Actions;
