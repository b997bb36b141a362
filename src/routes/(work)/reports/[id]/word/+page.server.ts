import type { DocNode } from '#core/publication.ts';
import { REFUSAL_STATUS, refuse, type Refusal } from '#core/result.ts';
import { withHeading } from '#core/word-in/parts.ts';
import { WORD_LIMITS, type WordProposal } from '#core/word-in/proposal.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field, fields, idInAddress } from '../../../../form.ts';
import { refusalError, refusedForm, valueOf } from '../../../../refusals.ts';
import { counted } from '../../../../sent-file.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const reportId = event.params.id;
	const { searchParams } = event.url;
	const state = valueOf(await app.wordIn.state(actor, reportId), event);
	/** What was just put in. */
	const done = searchParams.has('done')
		? { sections: searchParams.getAll('in'), images: counted(searchParams, 'images') }
		: null;
	const gone = searchParams.has('file') && searchParams.get('file') !== state.id;
	const { sections } = valueOf(await app.views.wordReport(actor, { reportId }), event);
	const known = { reportId, state, done, gone, sections };
	if (state.state !== 'read') return { ...known, file: null };
	const kept = valueOf(await app.wordIn.proposal(actor, { reportId, id: state.id }), event);
	const page = await app.views.wordPage(actor, {
		reportId,
		fileId: state.id,
		proposal: kept.proposal
	});
	return { ...known, file: { id: state.id, name: kept.fileName, page: valueOf(page, event) } };
};

/** The form; null where Kit ended its reading because it is larger than a file may be. */
async function formOf(request: Request): Promise<FormData | null> {
	try {
		return await request.formData();
	} catch (error) {
		if (error instanceof Error && 'status' in error && error.status === 413) return null;
		throw error;
	}
}

/** What was chosen, by section: the blocks of all parts that go there, in the order of the file. */
function chosen(form: FormData, { parts }: WordProposal): Map<string, DocNode[]> {
	const into = new Map<string, DocNode[]>();
	for (const { id, heading, sectionId, blocks } of parts) {
		const target = field(form, `part-${id}`);
		if (target === '') continue;
		const own = target === sectionId ? blocks : withHeading(heading, blocks);
		into.set(target, [...(into.get(target) ?? []), ...own]);
	}
	return into;
}

/** What of each section was seen: its epoch and its newest update. */
function seen(form: FormData, sectionId: string): { epoch: number; seq: number } {
	const [epoch = -1, seq = -1] = field(form, `seen-${sectionId}`).split('.').map(Number);
	return { epoch, seq };
}

export const actions = {
	read: async (event) => {
		const { app, actor } = event.locals;
		const reportId = event.params.id;
		const no = (refusal: Refusal) => refusedForm(refusal, { read: { refusal } }, event);
		// Before anything of the file is read into memory.
		const may = await app.wordIn.maySend(actor, reportId);
		if (!may.ok && may.refusal.code !== 'tooFast') refusalError(may.refusal, event);
		if (!may.ok) return no(may.refusal);
		const often = await app.limits.take('filePerson', actor?.personId ?? '');
		if (!often.ok) return no(often.refusal);
		const form = await formOf(event.request);
		const problem = (code: string): Refusal => ({
			code: 'invalid',
			problems: [{ field: 'file', problem: code }]
		});
		if (!form) return no(problem('tooLarge'));
		const file = form.get('file');
		if (!(file instanceof File) || file.name === '') return no(problem('missing'));
		if (file.size > WORD_LIMITS.bytes) return no(problem('tooLarge'));
		const { name } = file;
		const begun = await app.wordIn.read(actor, { reportId, name, bytes: await file.bytes() });
		if (!begun.ok) return no(begun.refusal);
		redirect(303, `/reports/${reportId}/word?file=${begun.value.id}`);
	},
	drop: async (event) => {
		await event.locals.app.wordIn.drop(event.locals.actor);
		redirect(303, `/reports/${event.params.id}/word`);
	},
	accept: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const reportId = event.params.id;
		const form = await event.request.formData();
		const id = field(form, 'file');
		const kept = await app.wordIn.proposal(actor, { reportId, id });
		// The page says that the file has gone, and what to do.
		if (!kept.ok) redirect(303, `/reports/${reportId}/word?file=${idInAddress(id)}`);
		const { fileName, proposal } = kept.value;
		const into = [...chosen(form, proposal)].map(([sectionId, blocks]) => ({
			sectionId,
			blocks,
			...seen(form, sectionId)
		}));
		const images = proposal.images.map(({ id: imageId, bytes }) => ({ id: imageId, bytes }));
		const put =
			into.length === 0
				? refuse({ code: 'invalid', problems: [{ field: 'parts', problem: 'nothing' }] })
				: await app.commands.importWord({ by: actor.personId, reportId, fileName, into, images });
		if (!put.ok) {
			const { refusal } = put;
			const was = fields(form, 'seen');
			return fail(REFUSAL_STATUS[refusal.code], { accept: { refusal, was } });
		}
		await app.wordIn.drop(actor);
		const query = new URLSearchParams(into.map(({ sectionId }) => ['in', sectionId]));
		redirect(303, `/reports/${reportId}/word?done&images=${put.value.images}&${String(query)}`);
	}
} satisfies Actions;
