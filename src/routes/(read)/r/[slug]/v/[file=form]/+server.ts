import { readFormName } from '#core/forms.ts';
import { completeOnce } from './complete-once.ts';
import { noFile } from './no-file.ts';
import { sendFile } from './send-file.ts';
import type { RequestHandler } from './$types';

/**
 * A form of an edition as a file. An edition from before this program made the form, or a demo that
 * has just begun, gets it now. The session is not looked at: all readers are sent the same bytes.
 */
export const GET: RequestHandler = async (event) => {
	const { app } = event.locals;
	const { slug, file } = event.params;
	const named = readFormName(file);
	if (!named) return noFile({ code: 'notFound' }, event);
	const asked = { slug, ...named };
	const ask = () => app.views.editionForm(null, asked);
	let found = await ask();
	if (found.ok && !found.value.made) {
		await completeOnce(app, found.value.editionId);
		found = await ask();
	}
	if (!found.ok) return noFile(found.refusal, event, asked);
	return found.value.made
		? sendFile(found.value, named.form, event.request)
		: noFile('notMade', event, asked);
};
