import { REFUSAL_STATUS, type Refusal } from '#core/result.ts';
import { refusalSentence } from '#messages/refusal.ts';
import { json } from '@sveltejs/kit';
import { waitHeader } from '../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** Takes one picture, field `file`; answers its id and size in pixels. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
	const { app, actor, lang } = locals;
	const refused = (refusal: Refusal) =>
		json(
			{ refusal, message: refusalSentence(refusal, lang, app.clock()) },
			{
				status: REFUSAL_STATUS[refusal.code],
				headers: waitHeader(refusal)
			}
		);
	if (!actor) return refused({ code: 'notSignedIn' });
	const often = await app.limits.take('imagePerson', actor.personId);
	if (!often.ok) return refused(often.refusal);
	const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
	const file = isForm ? (await request.formData()).get('file') : null;
	if (!(file instanceof File))
		return refused({ code: 'invalid', problems: [{ field: 'file', problem: 'image' }] });
	const added = await app.commands.addImage({
		by: actor.personId,
		reportId: params.id,
		bytes: await file.bytes()
	});
	return added.ok ? json(added.value, { status: 201 }) : refused(added.refusal);
};
