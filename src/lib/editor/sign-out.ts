import { unsentStore } from './unsent/browser-store.ts';

/** How long what is on its way is waited for. */
const PATIENCE_MS = 3000;
const LOOK_MS = 100;

let agreed = false;

/** True once the person chose to sign out without what is unsent: nothing asks again. */
export const signsOut = (): boolean => agreed;

/**
 * Makes signing out of a computer leave no text behind: what is unsent is waited for, else the person
 * is asked, and it is removed.
 * @param ask puts the question, with the number of changes
 * @returns false when the person stays
 */
export async function clearUnsent(
	personId: string,
	ask: (changes: number) => boolean
): Promise<boolean> {
	try {
		return await clear(personId, ask);
	} catch (error) {
		// A store that cannot be read must not keep anybody signed in.
		if (error instanceof DOMException) return true;
		throw error;
	}
}

/** Ends the session of this browser, after what is unsent was looked for. Returns false when the person stays. */
export async function leave(personId: string, ask: (changes: number) => boolean): Promise<boolean> {
	if (!(await clearUnsent(personId, ask))) return false;
	const form = document.createElement('form');
	form.method = 'POST';
	form.action = '/logout';
	document.body.append(form);
	form.submit();
	return true;
}

async function clear(personId: string, ask: (changes: number) => boolean): Promise<boolean> {
	const store = await unsentStore();
	const count = async () => (await store.ofPerson(personId)).length;
	const end = Date.now() + PATIENCE_MS;
	let left = await count();
	while (left > 0 && Date.now() < end) {
		await new Promise((go) => setTimeout(go, LOOK_MS));
		left = await count();
	}
	if (left === 0) return true;
	if (!ask(left)) return false;
	agreed = true;
	await store.clear(personId);
	return true;
}
