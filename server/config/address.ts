import { StartError } from '#server/store/store.ts';

/** Where it listens, and what it is called from outside. */

export type Env = Record<string, string | undefined>;

/** @throws StartError */
export function readPort(env: Env): number {
	const text = env['PORT'] ?? '3000';
	const port = Number(text);
	if (!/^\d{1,5}$/.test(text) || port > 65_535)
		throw new StartError(`PORT is "${text}": set it to a number from 1 to 65535.`);
	return port;
}

const ORIGIN_HELP = 'set it to the public address, such as https://barnbokslut.example.se.';

/**
 * ORIGIN as browsers say it: lower case, punycode, without the port that goes without saying.
 * @throws StartError
 */
export function readOrigin(env: Env, port: number): string {
	const text = env['ORIGIN'];
	if (text === undefined || text === '') return `http://localhost:${port}`;
	const url = URL.parse(text);
	const wrong = url === null || !/^https?:$/.test(url.protocol) || url.hostname === '';
	if (wrong || url.username !== '' || url.search !== '' || url.hash !== '' || /\s/.test(text))
		throw new StartError(`ORIGIN is "${withoutSecret(text)}": ${ORIGIN_HELP}`);
	if (!/^\/*$/.test(url.pathname))
		throw new StartError(
			`ORIGIN is "${text}", which has a path: the program stands at the root of its host, such as ${url.origin}.`
		);
	return url.origin;
}

const withoutSecret = (text: string) => text.replace(/\/\/[^/]*@/, '//…@');

/** @throws StartError */
export function readProduction(env: Env): boolean {
	const text = env['NODE_ENV'] ?? '';
	if (!['', 'production', 'development', 'test'].includes(text))
		throw new StartError(
			`NODE_ENV is "${text}": set it to production, or leave it out for a trial with the demo.`
		);
	return text === 'production';
}

/** An address of the web with a host and nothing that a path does not have. */
export function isAddress(text: string): boolean {
	const url = URL.parse(text);
	return (
		url !== null &&
		/^https?:$/.test(url.protocol) &&
		url.username === '' &&
		url.search === '' &&
		url.hash === ''
	);
}

const LOOPBACK = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** What an address lets one expect, and is not so. */
export function addressWarnings(
	env: Env,
	{ origin, production, proxies }: { origin: string; production: boolean; proxies: number }
): string[] {
	if (production && (env['ORIGIN'] ?? '') === '')
		return [
			`ORIGIN is not set, so that only this machine can sign in, at ${origin}: ${ORIGIN_HELP}`
		];
	if (origin.startsWith('https:') && proxies === 0)
		return [
			'ORIGIN is https and PROXIES is 0: whoever ends TLS is a proxy. Set PROXIES=1, or all people have its address.'
		];
	if (production && origin.startsWith('http:') && !LOOPBACK.test(origin))
		return ['ORIGIN is http: passwords can be read on their way. Put a proxy with TLS before it.'];
	return [];
}
