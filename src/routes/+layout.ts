import { loadMessages } from '#messages/index.ts';
import type { LayoutLoad } from './$types';

/** The texts of the page's language are there before the page is. */
export const load: LayoutLoad = async ({ data }) => {
	await loadMessages(data.lang);
	return data;
};
