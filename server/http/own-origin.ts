import type { IncomingMessage } from 'node:http';

/**
 * W2. With a public address only that; without one (a first try on one's own machine) any loopback
 * name, as long as page and socket have the same.
 */
export function isOwnOrigin(
	own: { origin: string; anyLoopback?: boolean | undefined },
	req: IncomingMessage
): boolean {
	const { origin, host } = req.headers;
	if (origin === undefined || host === undefined) return false;
	if (!own.anyLoopback) return origin === own.origin;
	return origin === `http://${host}` && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}
