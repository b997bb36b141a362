import {
	readOidcSettings,
	readPasswordSignIn,
	type OidcSettings
} from './accounts/oidc/settings.ts';
import {
	addressWarnings,
	isAddress,
	readOrigin,
	readPort,
	readProduction
} from './config/address.ts';
import type { Env } from './config/address.ts';
import { databaseIn, dataDirWarnings, readDataDir } from './config/data-dir.ts';
import { Problems } from './config/problems.ts';
import { slips } from './config/slips.ts';
import { KOLADA_URL } from './kolada/address.ts';
import { LOG_LEVELS, type LogLevel } from './log/log.ts';
import { readMailSettings, type MailSettings } from '#server/mail/settings.ts';
import { StartError } from '#server/store/store.ts';

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
	/** How many proxies of ours stand before the program, whose X-Forwarded-For is believed. */
	proxies: number;
	logLevel: LogLevel;
	/** Opens /metrics beyond loopback, as a bearer token; null when unset. */
	metricsToken: string | null;
	/** How many sockets one person may have at once; null for the limit as it is. */
	socketsAPerson: number | null;
	/** The address of Kolada's API, without a slash at its end; nothing is asked at start. */
	koladaUrl: string;
	/** How mails are sent; null where nothing was set, so that they are kept. */
	mail: MailSettings | null;
	/** The municipality's own sign-in service; null where there is none. */
	oidc: OidcSettings | null;
	/** False where people sign in by the service alone. */
	passwordSignIn: boolean;
	/** What hinders nothing and deserves a look, a sentence each; no value of a secret is in it. */
	warnings: string[];
};

/**
 * The configuration from the environment.
 * @throws StartError with a line for each problem that says what to do
 */
export function readConfig(env: Env): Config {
	const problems = new Problems();
	const production = problems.try(() => readProduction(env), false);
	const port = problems.try(() => readPort(env), 0);
	const origin = problems.try(() => readOrigin(env, port), '');
	const dataDir = problems.try(() => readDataDir(env), '');
	const proxies = problems.try(() => Number(whole(env, 'PROXIES', /^\d$/, 'from 0 to 9') ?? 0), 0);
	const oidc = problems.try(() => readOidcSettings(env), null);
	const config = {
		port,
		host: env['HOST'] ?? '0.0.0.0',
		origin,
		anyLoopback: (env['ORIGIN'] ?? '') === '' && !production,
		dataDir,
		file: databaseIn(dataDir),
		production,
		proxies,
		logLevel: problems.try(() => readLogLevel(env, production), 'info'),
		metricsToken: problems.try(() => readMetricsToken(env), null),
		socketsAPerson: problems.try(() => {
			const sockets = whole(env, 'SOCKETS_A_PERSON', /^[1-9]\d{0,6}$/, 'above 0');
			return sockets === null ? null : Number(sockets);
		}, null),
		koladaUrl: problems.try(() => readKoladaUrl(env), KOLADA_URL),
		mail: problems.try(() => readMailSettings(env), null),
		oidc,
		passwordSignIn: problems.try(() => readPasswordSignIn(env, oidc), true)
	};
	problems.tell();
	const warnings = [
		...slips(env),
		...addressWarnings(env, { origin, production, proxies }),
		...weakToken(config.metricsToken),
		// A trial holds nobody's texts.
		...(production ? dataDirWarnings(dataDir) : [])
	];
	return { ...config, warnings };
}

function whole(env: Env, name: string, right: RegExp, words: string): string | null {
	const text = env[name];
	if (text === undefined) return null;
	if (!right.test(text))
		throw new StartError(`${name} is "${text}": set it to a whole number ${words}.`);
	return text;
}

/** A trial says warnings and errors, an installation what happens. */
function readLogLevel(env: Env, production: boolean): LogLevel {
	const text = env['LOG_LEVEL'] ?? (production ? 'info' : 'warn');
	const level = LOG_LEVELS.find((known) => known === text);
	if (level === undefined)
		throw new StartError(`LOG_LEVEL is "${text}": set it to one of ${LOG_LEVELS.join(', ')}.`);
	return level;
}

function readMetricsToken(env: Env): string | null {
	const token = env['METRICS_TOKEN'] ?? '';
	if (token === '') return null;
	if (!/^[\x21-\x7e]+$/.test(token))
		throw new StartError(
			`METRICS_TOKEN holds a space or a sign that no header takes: ${TOKEN_HELP}`
		);
	return token;
}

const TOKEN_HELP = 'set it to 16 signs or more, such as the output of "openssl rand -hex 24".';

function weakToken(token: string | null): string[] {
	return token === null || token.length >= 16
		? []
		: [`METRICS_TOKEN can be guessed: ${TOKEN_HELP}`];
}

function readKoladaUrl(env: Env): string {
	const koladaUrl = (env['KOLADA_URL'] ?? KOLADA_URL).replace(/\/+$/, '');
	if (!isAddress(koladaUrl))
		throw new StartError(
			`KOLADA_URL is "${koladaUrl.replace(/\/\/[^/]*@/, '//…@')}": set it to an address such as ${KOLADA_URL}.`
		);
	return koladaUrl;
}
