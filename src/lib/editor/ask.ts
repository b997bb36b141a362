/** An answer of the JSON API, or why there is none. */
export type Asked<T> =
	| { ok: true; value: T }
	/** The server's own sentence; empty when nothing came, or nothing that can be read. */
	| { ok: false; message: string };

/**
 * Asks the JSON API of this site. `path` stands below `/api/v1`.
 * @throws DOMException named AbortError when `signal` ends it
 */
export async function ask<T>(path: string, signal: AbortSignal): Promise<Asked<T>> {
	try {
		const response = await fetch(`/api/v1${path}`, { signal });
		const answer = (await response.json()) as T & { error?: { message?: string } };
		if (response.ok) return { ok: true, value: answer };
		return { ok: false, message: answer.error?.message ?? '' };
	} catch (error) {
		// A network that failed, and an answer that is no JSON.
		if (error instanceof TypeError || error instanceof SyntaxError)
			return { ok: false, message: '' };
		throw error;
	}
}
