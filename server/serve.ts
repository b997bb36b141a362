import { HTTPS_ONLY, NOTHING, SAFE_HEADERS } from '#core/answer-headers.ts';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { App } from './app.ts';
import { createApp } from './create-app.ts';
import { readConfig, type Config } from './config.ts';
import { demoAccounts, ensureDemo } from './demo/ensure.ts';
import { addReview } from './demo/review.ts';
import { clientAddress } from './limits/client-address.ts';
import { addGauges } from './gauges.ts';
import { asForm, BODIES, keepSmall, passUnread } from './http/bodies.ts';
import { endOnBugs, endOnSignals } from './http/ending.ts';
import { limitBody, limitTime, MAX_HEADERS, PATIENCE } from './http/patience.ts';
import { openLog, readableErrors } from './log/log.ts';
import { standardOutput } from './log/standard-output.ts';
import { newestBackup } from './operating/newest-backup.ts';
import { holdDataDir } from './operating/one-process.ts';
import { StartError } from './store/store.ts';

/** The process: one HTTP server for pages, API and sockets; started once, stopped cleanly. */

type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/** Says one line, not a stack: the operator can do something about it. */
function giveUp(message: string): never {
	console.error(message);
	process.exit(1);
}

async function start(): Promise<void> {
	const config = readConfig(process.env);
	// What this process makes is its user's alone: the database, its journal, backups.
	process.umask(0o077);
	holdDataDir(config.dataDir);
	const out = config.production ? standardOutput() : readableErrors();
	const log = openLog(out, config.logLevel);
	endOnBugs(log, out.flush);
	for (const words of config.warnings) log.warn({ about: 'configuration' }, words);
	const app = await createApp({
		file: config.file,
		migrations: fileURLToPath(new URL('../drizzle', import.meta.url)),
		origin: config.origin,
		anyLoopback: config.anyLoopback,
		metricsToken: config.metricsToken,
		koladaUrl: config.koladaUrl,
		mail: config.mail,
		oidc: config.oidc,
		passwordSignIn: config.passwordSignIn,
		log,
		...(config.socketsAPerson === null ? {} : { socketsAPerson: config.socketsAPerson })
	});
	await firstStart(config, app);
	watch(config, app);
	// The bundle reads both when it is imported; it finds the one app there (two module graphs).
	(globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')] = app;
	const handler = await importHandler(config);

	const safe = new Map(Object.entries(SAFE_HEADERS)).set('content-security-policy', NOTHING);
	if (config.origin.startsWith('https:')) safe.set('strict-transport-security', HTTPS_ONLY);
	let underWay = 0;
	const server = createServer(
		{ maxHeaderSize: MAX_HEADERS, connectionsCheckingInterval: PATIENCE.looks },
		(req, res) => {
			underWay += 1;
			res.once('close', () => (underWay -= 1));
			app.requests.begin(req, res);
			limitBody(req, res, PATIENCE);
			passUnread(req, res);
			if (config.anyLoopback) req.headers[PROTOCOL_HEADER] = 'http';
			// What Kit makes says more; this is for what it answers itself, for files, and for what we answer.
			for (const [name, value] of safe) res.setHeader(name, value);
			keepPolicy(res);
			req.headers[CLIENT_HEADER] = clientAddress(req, config.proxies);
			if (req.method === 'POST') asForm(req, config.anyLoopback ? null : config.origin);
			keepSmall(req);
			handler(req, res, () => {
				res.statusCode = 404;
				res.end();
			});
		}
	);
	limitTime(server, log, PATIENCE);
	server.on('upgrade', (req, socket, head) => app.collab.upgrade(req, socket, head));
	server.on('error', (error: NodeJS.ErrnoException) =>
		giveUp(
			error.code === 'EADDRINUSE'
				? `Port ${config.port} is in use. Set PORT to a free one, or stop what uses it.`
				: `The server cannot listen on port ${config.port} (${error.message}).`
		)
	);
	server.listen(config.port, config.host, () => {
		const address = server.address();
		const port = typeof address === 'object' && address ? address.port : config.port;
		const at = config.anyLoopback ? `http://localhost:${port}` : config.origin;
		console.log(`Barnbokslut listening on ${at}`);
		log.info({ node: process.version, port, proxies: config.proxies }, 'started');
		app.beginWork().catch((error: unknown) => log.error({ error }, 'long work was not begun'));
	});
	endOnSignals({
		server,
		underWay: () => underWay,
		close: () => app.close(),
		log,
		flush: out.flush
	});
}

/** A backup is to be no older than this, in milliseconds: a day, and two hours for making one. */
const OLDEST_BACKUP = 26 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

/** What the operator is told without asking: gauges, and a backup that is overdue. */
function watch({ dataDir, file, production }: Config, app: App): void {
	const { registry } = app.metrics;
	const { clock, log } = app;
	const newest = () => newestBackup(dataDir);
	addGauges({ registry, read: (work) => app.read(work), file, newestBackup: newest, clock });
	const look = () => {
		const at = newest();
		const hours = at === null ? null : Math.floor((clock() - at) / HOUR);
		if (at === null ? production : clock() - at > OLDEST_BACKUP)
			log.warn({ hours }, 'no backup within 26 hours: npm run backup');
	};
	// An installation of this minute has none yet.
	if (newest() !== null) look();
	setInterval(look, HOUR).unref();
}

/** What has not changed keeps the policy that a browser has of it: one in a 304 would take its place. */
function keepPolicy(res: ServerResponse): void {
	const writeHead = res.writeHead.bind(res) as (
		status: number,
		...rest: unknown[]
	) => ServerResponse;
	res.writeHead = (status: number, ...rest: unknown[]) => {
		if (status === 304) res.removeHeader('content-security-policy');
		return writeHead(status, ...rest);
	};
}

const PROTOCOL_HEADER = 'x-barnbokslut-protocol';
/** How Kit is told whom a request comes from, over whatever its sender wrote there. */
const CLIENT_HEADER = 'x-barnbokslut-client';

async function importHandler(config: Config): Promise<Handler> {
	if (config.anyLoopback) process.env['PROTOCOL_HEADER'] = PROTOCOL_HEADER;
	else process.env['ORIGIN'] = config.origin;
	process.env['ADDRESS_HEADER'] = CLIENT_HEADER;
	process.env['BODY_SIZE_LIMIT'] ??= String(BODIES.word);
	const url = new URL('../build/handler.js', import.meta.url).href;
	const module = (await import(url)) as { handler: Handler };
	return module.handler;
}

/** An empty database becomes the demo, or in production offers a link to its first administrator. */
async function firstStart(config: Config, app: App): Promise<void> {
	if (!config.production) {
		if (await ensureDemo(app)) await addReview(app);
		if (await app.isDemo()) for (const line of demoAccounts(config.origin)) console.log(line);
		return;
	}
	if (await app.isDemo())
		throw new StartError(
			'DATA_DIR holds the demo municipality, which does not start in production. Set DATA_DIR to an empty folder.'
		);
	const link = await app.accounts.firstAdministratorLink();
	if (link !== null) console.log(`First administrator (works once, for 24 hours): ${link}`);
}

try {
	await start();
} catch (error) {
	if (error instanceof StartError) giveUp(error.message);
	throw error;
}
