/**
 * The longest address that is led back to, in letters. It stands in a header of the answer, where each of its
 * letters may take three, and what is in front of the server takes headers of a few kilobytes only.
 */
const LONGEST = 1000;

/**
 * The address to go to after signing in or changing the language: of this site and nothing else,
 * whatever was typed into `next`. The start page where it is not, and instead of a very long one.
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
	const found = url.pathname + url.search + url.hash;
	return found.length > LONGEST ? '/' : found;
}

/** The login page that leads back to `url`; without its query where that is very long. */
export function loginFor({ pathname, search }: URL): string {
	const back = [pathname + search, pathname].find((one) => one.length <= LONGEST) ?? '/';
	return `/login?next=${encodeURIComponent(back)}`;
}
