import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createApp, type App } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { demoAccounts, ensureDemo } from './demo/ensure.ts';
import { addReview } from './demo/review.ts';
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
	const app = await createApp({
		file: config.file,
		migrations: fileURLToPath(new URL('../drizzle', import.meta.url)),
		origin: config.origin,
		anyLoopback: config.anyLoopback,
		metricsToken: config.metricsToken,
		koladaUrl: config.koladaUrl,
		mail: config.mail,
		...(config.socketsAPerson === null ? {} : { socketsAPerson: config.socketsAPerson })
	});
	await firstStart(config, app);
	// The bundle reads both when it is imported; it finds the one app there (two module graphs).
	(globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')] = app;
	const handler = await importHandler(config);

	let underWay = 0;
	const server = createServer((req, res) => {
		underWay += 1;
		res.once('close', () => (underWay -= 1));
		if (config.anyLoopback) req.headers[PROTOCOL_HEADER] = 'http';
		if (req.method === 'POST') asForm(req, config);
		keepSmall(req);
		handler(req, res, () => {
			res.statusCode = 404;
			res.end();
		});
	});
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
		// Editions of before this program made all forms, and the demo's: nobody waits for them.
		app.publishing
			.completeAll()
			.catch((error: unknown) => console.error('The forms of an edition were not made.', error));
	});
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		process.once(signal, () => {
			server.close();
			// Who has asked already is answered, within reason; then the store is closed.
			const end = performance.now() + DRAIN;
			const drained = async (): Promise<void> => {
				while (underWay > 0 && performance.now() < end)
					await new Promise((resolve) => setTimeout(resolve, 10));
			};
			void drained()
				.then(() => app.close())
				.then(() => {
					server.closeAllConnections();
					process.exit(0);
				});
		});
}

/** How long requests that are under way may take at the end, in milliseconds. */
const DRAIN = 2000;

const PROTOCOL_HEADER = 'x-barnbokslut-protocol';

/**
 * Lets programs use the forms: Kit answers 200 and JSON to whoever does not prefer HTML, and takes no
 * form without an Origin. A browser sends Origin and Sec-Fetch-Site with every POST, so that a request
 * with neither is no page's; signing in and out is open to it.
 */
function asForm(req: IncomingMessage, config: Config): void {
	const { headers } = req;
	if ((headers.accept ?? '*/*') === '*/*') headers.accept = 'text/html, */*;q=0.1';
	const fromBrowser = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
	if (fromBrowser || !/^\/log(in|out)(\?|$)/.test(req.url ?? '')) return;
	headers.origin = config.anyLoopback ? `http://${headers.host ?? ''}` : config.origin;
}

/** The largest body, and the largest one elsewhere than where Word files come in, in bytes. */
const BODIES = { word: 26 * 1024 * 1024, others: 9 * 1024 * 1024 };
const TAKES_WORD = /^\/reports\/[^/?]+\/word(?:\?|$)/;

/**
 * Kit has one limit for all bodies. What is larger than it may be elsewhere is said to be larger than all,
 * so that Kit refuses it before it is read.
 */
function keepSmall({ headers, url = '' }: IncomingMessage): void {
	if (Number(headers['content-length']) <= BODIES.others || TAKES_WORD.test(url)) return;
	if (headers['content-length'] !== undefined)
		headers['content-length'] = String(
			Math.max(BODIES.word + 1, Number(headers['content-length']))
		);
}

async function importHandler(config: Config): Promise<Handler> {
	if (config.anyLoopback) process.env['PROTOCOL_HEADER'] = PROTOCOL_HEADER;
	else process.env['ORIGIN'] = config.origin;
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
