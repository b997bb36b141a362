import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bodies of requests, before Kit reads them. */

/**
 * Lets programs use the forms: Kit answers 200 and JSON to whoever does not prefer HTML, and takes no
 * form without an Origin. A browser sends Origin and Sec-Fetch-Site with every POST, so that a request
 * with neither is no page's; signing in and out is open to it.
 * @param origin the public address; null where any loopback name is our own
 */
export function asForm(req: IncomingMessage, origin: string | null): void {
	const { headers } = req;
	if ((headers.accept ?? '*/*') === '*/*') headers.accept = 'text/html, */*;q=0.1';
	const fromBrowser = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
	if (fromBrowser || !/^\/log(in|out)(\?|$)/.test(req.url ?? '')) return;
	headers.origin = origin ?? `http://${headers.host ?? ''}`;
}

/** The largest body, and the largest one elsewhere than where Word files come in, in bytes. */
export const BODIES = { word: 26 * 1024 * 1024, others: 9 * 1024 * 1024 };
const TAKES_WORD = /^\/reports\/[^/?]+\/word(?:\?|$)/;

/**
 * Kit has one limit for all bodies. What is larger than it may be elsewhere is said to be larger than all,
 * so that Kit refuses it before it is read.
 */
export function keepSmall({ headers, url = '' }: IncomingMessage): void {
	if (Number(headers['content-length']) <= BODIES.others || TAKES_WORD.test(url)) return;
	if (headers['content-length'] !== undefined)
		headers['content-length'] = String(
			Math.max(BODIES.word + 1, Number(headers['content-length']))
		);
}

/**
 * Takes what is left of a body that was answered before it was read: a refusal that came early, a body too
 * large. Kit stops reading then, and whatever comes next on the same connection, which behind a proxy may
 * be somebody else's request, would wait for the rest for ever.
 */
export function passUnread(req: IncomingMessage, res: ServerResponse): void {
	res.once('finish', () => {
		if (req.complete) return;
		req.removeAllListeners('data');
		req.resume();
	});
}
