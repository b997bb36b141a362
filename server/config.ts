import { KOLADA_URL } from './kolada/address.ts';
import { readMailSettings, type MailSettings } from '#server/mail/settings.ts';
import { StartError } from '#server/store/store.ts';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the operator may set, read once at start. */
export type Config = {
	port: number;
	host: string;
	/** The public address, without a slash at its end. */
	origin: string;
	/** ORIGIN was not set, which only a trial on one's own machine may do. */
	anyLoopback: boolean;
	/** Everything that lasts. */
	dataDir: string;
	file: string;
	production: boolean;
	/** Opens /metrics beyond loopback, as a bearer token; null when unset. */
	metricsToken: string | null;
	/** How many sockets one person may have at once; null for the limit as it is. */
	socketsAPerson: number | null;
	/** The address of Kolada's API, without a slash at its end; nothing is asked at start. */
	koladaUrl: string;
	/** How mails are sent; null where nothing was set, so that they are kept. */
	mail: MailSettings | null;
};

/**
 * The configuration from the environment.
 * @throws StartError with one line that says what to do
 */
export function readConfig(env: Record<string, string | undefined>): Config {
	const production = env['NODE_ENV'] === 'production';
	const port = Number(env['PORT'] ?? '3000');
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new StartError(`PORT is "${env['PORT'] ?? ''}": set it to a number from 1 to 65535.`);
	const origin = (env['ORIGIN'] ?? `http://localhost:${port}`).replace(/\/+$/, '');
	if (!/^https?:\/\/[^/]+$/.test(origin))
		throw new StartError(
			`ORIGIN is "${origin}": set it to the public address, such as https://barnbokslut.example.se.`
		);
	const sockets = env['SOCKETS_A_PERSON'];
	if (sockets !== undefined && !/^[1-9]\d{0,6}$/.test(sockets))
		throw new StartError(`SOCKETS_A_PERSON is "${sockets}": set it to a whole number above 0.`);
	const koladaUrl = (env['KOLADA_URL'] ?? KOLADA_URL).replace(/\/+$/, '');
	if (!isAddress(koladaUrl))
		throw new StartError(
			`KOLADA_URL is "${koladaUrl}": set it to an address such as ${KOLADA_URL}.`
		);
	const dataDir = resolve(env['DATA_DIR'] ?? './data');
	try {
		mkdirSync(dataDir, { recursive: true });
		accessSync(dataDir, constants.W_OK);
	} catch {
		throw new StartError(
			`DATA_DIR ${dataDir} cannot be written. Create it and give this user the right to write in it.`
		);
	}
	return {
		port,
		host: env['HOST'] ?? '0.0.0.0',
		origin,
		anyLoopback: env['ORIGIN'] === undefined && !production,
		dataDir,
		file: join(dataDir, 'barnbokslut.sqlite'),
		production,
		metricsToken: env['METRICS_TOKEN'] ?? null,
		socketsAPerson: sockets === undefined ? null : Number(sockets),
		koladaUrl,
		mail: readMailSettings(env)
	};
}

/** An address of the web with a host and nothing that a path does not have. */
function isAddress(text: string): boolean {
	const url = URL.parse(text);
	return (
		url !== null &&
		/^https?:$/.test(url.protocol) &&
		url.username === '' &&
		url.search === '' &&
		url.hash === ''
	);
}
