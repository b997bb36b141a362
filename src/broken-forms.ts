import { error, type RequestEvent } from '@sveltejs/kit';

/**
 * A body that is no form, or is cut off, is a bad request of whoever sent it. Without this the reading of it
 * throws a TypeError, which would count as a bug of ours: an answer of 500, and a line in the log that
 * anybody could have written.
 * @param message what the answer says
 */
export function refuseBrokenForms({ request }: RequestEvent, message: string): void {
	const read = request.formData.bind(request);
	request.formData = async () => {
		try {
			return await read();
		} catch (thrown) {
			// Kit's own refusal of what is too large passes.
			if (thrown instanceof TypeError) error(400, { message, then: '' });
			throw thrown;
		}
	};
}
