import type { Review } from '#core/review.ts';
import type { ThreadAct, ThreadAnswer } from '#core/thread-act.ts';

/** What the door says of a refusal, with its sentence. */
export type Told = { code: string; message: string; problems?: { field: string }[] };

/** `told` is null where nothing came, or nothing that can be read. */
export type Answer<T> = { ok: true; value: T } | { ok: false; told: Told | null };

async function send<T>(address: string, init: RequestInit): Promise<Answer<T>> {
	try {
		const response = await fetch(address, {
			...init,
			headers: { accept: 'application/json', 'content-type': 'application/json' }
		});
		const body = (await response.json()) as T & { error?: Told };
		return response.ok ? { ok: true, value: body } : { ok: false, told: body.error ?? null };
	} catch (error) {
		// A network that failed, and an answer that is no JSON.
		if (error instanceof TypeError || error instanceof SyntaxError)
			return { ok: false, told: null };
		throw error;
	}
}

/** What is said about the section, as it is now. */
export const readThreads = (address: string) => send<Review>(address, { cache: 'no-store' });

/** Does one act on it. */
export const actOnThreads = (address: string, act: ThreadAct) =>
	send<ThreadAnswer>(address, { method: 'POST', body: JSON.stringify(act) });
