/**
 * The address to go to after signing in or changing the language: of this site and nothing else,
 * whatever was typed into `next`. The start page where it is not.
 */
export function safeNext(next: unknown): string {
	if (typeof next !== 'string' || !next.startsWith('/')) return '/';
	const base = 'http://here.invalid';
	let url: URL;
	try {
		url = new URL(next, base);
	} catch {
		return '/';
	}
	// "//elsewhere", "/\elsewhere" and the like resolve to another host.
	if (url.origin !== base || url.pathname.startsWith('//')) return '/';
	return url.pathname + url.search + url.hash;
}

/** The login page that leads back to `url`. */
export const loginFor = (url: URL): string =>
	`/login?next=${encodeURIComponent(url.pathname + url.search)}`;
