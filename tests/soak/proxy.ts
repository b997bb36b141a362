import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { connect as http2 } from 'node:http2';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { password } from '#server/demo/people.ts';
import { apiOf, emailOf } from '../e2e/api.ts';
import { end, startProcess, type Running } from '../e2e/processes.ts';
import { connect, until } from '../support/client.ts';
import { paragraph, wordFile } from '../support/word-file.ts';
import { Typist, Words } from '../support/typist.ts';
import { wait } from '../support/wait.ts';
import { nginxProgram, startNginx, type Ports } from './nginx.ts';
import { told } from './told.ts';

/** Longer than nginx waits for a word of the program (`proxy_read_timeout` of sockets). */
const QUIET = 70_000;

/** O10: the built program behind the example of nginx.conf. A round restarts the program once under typing. */
export async function soakProxy(rounds: number): Promise<boolean> {
	const program = nginxProgram();
	if (program === null) {
		console.log('  nginx is not on this machine: install it (Debian: apt install nginx-light).');
		return false;
	}
	if (!existsSync('build/handler.js')) {
		console.log('  There is no build: npm run build.');
		return false;
	}
	// The certificate is our own, and of this run.
	process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-proxy-'));
	const ports = { app: await freePort(), http: await freePort(), tls: await freePort() };
	const base = `https://localhost:${ports.tls}`;
	const start = () =>
		startProcess({
			DATA_DIR: join(folder, 'data'),
			PORT: String(ports.app),
			HOST: '127.0.0.1',
			ORIGIN: base,
			PROXIES: '1'
		});
	const nginx = startNginx(program, folder, ports);
	const problems: string[] = [];
	const saw: Record<string, unknown> = {};
	const check = (name: string, seen: unknown, wanted: unknown) => {
		saw[name] = seen;
		if (JSON.stringify(seen) !== JSON.stringify(wanted))
			problems.push(`${name}: ${JSON.stringify(seen)}, and not ${JSON.stringify(wanted)}`);
	};
	let app = await start();
	try {
		await until(() => answers(base), 'nginx and the program answer');
		const quiet = quietSocket(base);
		await pages(base, ports, check);
		await sizes(base, check);
		await addresses(base, ports, check);
		for (let round = 0; round < rounds; round += 1) app = await restarted(base, app, start, check);
		check('socket that was quiet for 70 s', await quiet, 'open, and what was typed then is saved');
		const log = readFileSync(join(folder, 'barnbokslut.log'), 'utf8');
		check('secrets in the log of nginx', /hemligt|a-token/.test(log), false);
	} catch (error) {
		problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
	} finally {
		await end(app.child, 'SIGTERM');
		await end(nginx, 'SIGTERM');
		rmSync(folder, { recursive: true, force: true });
	}
	return told({ ...saw, problems });
}

type Check = (name: string, seen: unknown, wanted: unknown) => void;

const answers = (base: string): Promise<boolean> =>
	fetch(`${base}/healthz`).then(
		(answer) => answer.ok,
		() => false
	);

async function pages(base: string, ports: Ports, check: Check): Promise<void> {
	const plain = await fetch(`http://localhost:${ports.http}/reports?a=b`, { redirect: 'manual' });
	check('http', [plain.status, plain.headers.get('location')], [301, `${base}/reports?a=b`]);
	const login = await fetch(`${base}/login`);
	const { headers } = login;
	check('login page', [login.status, headers.get('content-encoding')], [200, null]);
	check('HSTS', headers.has('strict-transport-security'), true);
	check('request id', /^[\w-]{36}$/.test(headers.get('x-request-id') ?? ''), true);
	const away = await fetch(`${base}/reports`, { redirect: 'manual' });
	check(
		'not signed in',
		[away.status, away.headers.get('location')],
		[303, '/login?next=%2Freports']
	);
	const signedIn = await fetch(`${base}/login`, {
		method: 'POST',
		headers: { origin: base },
		body: new URLSearchParams({ email: emailOf('coordinator'), password }),
		redirect: 'manual'
	});
	const cookie = signedIn.headers.getSetCookie()[0] ?? '';
	check('sign-in', [signedIn.status, signedIn.headers.get('location')], [303, '/']);
	check('cookie', [/; Secure/i.test(cookie), /; HttpOnly/i.test(cookie)], [true, true]);
	const edition = await fetch(`${base}/r/barnbokslut-2022`);
	check('edition', [edition.status, edition.headers.get('content-encoding')], [200, 'br']);
	const asset = /\/_app\/immutable\/[\w./-]+\.css/.exec(
		await (await fetch(`${base}/login`)).text()
	);
	const file = await fetch(base + (asset?.[0] ?? '/no-asset'));
	check('asset', file.headers.get('cache-control'), 'public,max-age=31536000,immutable');
	check('metrics', (await fetch(`${base}/metrics`)).status, 404);
	// It says that the link does not stand.
	check('one-time link', (await fetch(`${base}/first/a-token`)).status, 200);
	await fetch(`${base}/search?q=hemligt`);
	check('HTTP/2', await overHttp2(base), 200);
}

/** The status of the login page over HTTP/2. */
function overHttp2(base: string): Promise<number> {
	const session = http2(base);
	return new Promise<number>((resolve, reject) => {
		session.on('error', reject);
		const stream = session.request({ ':path': '/login' });
		stream.on('response', (headers) => resolve(Number(headers[':status'])));
		stream.resume().end();
	}).finally(() => session.close());
}

async function sizes(base: string, check: Check): Promise<void> {
	const api = await apiOf(base, 'coordinator');
	const { items } = (await api.get('reports')) as { items: { id: string; reportYear: number }[] };
	const id = items.find(({ reportYear }) => reportYear === 2023)?.id ?? '';
	const upload = async (path: string, bytes: Uint8Array) => {
		const form = new FormData();
		form.append('file', new File([new Uint8Array(bytes)], 'rapport.docx'));
		const answer = await fetch(base + path, {
			method: 'POST',
			headers: { origin: base, cookie: api.cookie, accept: 'text/html' },
			body: form,
			redirect: 'manual'
		});
		return answer.status;
	};
	const MB = 1024 * 1024;
	// A part that nobody reads and nothing packs: the file is as large as a file may be.
	const large = wordFile(paragraph('Vi har lyssnat på barnen.'), {
		'word/media/film.bin': randomBytes(25 * MB - 20_000)
	});
	check('Word file', [large.length > 24.9 * MB, large.length <= 25 * MB], [true, true]);
	check('Word file of 25 MB', await upload(`/reports/${id}/word?/read`, large), 303);
	check('Word file of 27 MB', await upload(`/reports/${id}/word?/read`, randomBytes(27 * MB)), 413);
	check('10 MB elsewhere', await upload('/values/import', randomBytes(10 * MB)), 413);
	const headers = { 'x-long': 'a'.repeat(300_000) };
	check('300 kB of headers', (await fetch(`${base}/login`, { headers })).status, 400);
}

/** Who asks too often is known by the address that nginx saw, whatever they write themselves. */
async function addresses(base: string, ports: Ports, check: Check): Promise<void> {
	const tries = async (to: string, name: string) => {
		const statuses: number[] = [];
		for (let i = 0; i < 7; i += 1) {
			const answer = await fetch(`${to}/login`, {
				method: 'POST',
				headers: { origin: base, 'x-forwarded-for': `203.0.113.${i}` },
				body: new URLSearchParams({ email: `${name}@demo.example`, password: 'fel' }),
				redirect: 'manual'
			});
			statuses.push(answer.status);
		}
		return statuses.includes(429);
	};
	check('X-Forwarded-For of a stranger changes nothing', await tries(base, 'ingen'), true);
	// The same words past nginx, where nobody but nginx comes: they are believed there.
	check(
		'behind nginx it is believed',
		await tries(`http://127.0.0.1:${ports.app}`, 'annan'),
		false
	);
}

/** One of the drafts: where its socket is, and what is stored of it. */
async function draftOf(base: string, nth: number) {
	const api = await apiOf(base, 'coordinator');
	const { items } = (await api.get('reports')) as { items: { id: string; reportYear: number }[] };
	const report = await api.report(items.find(({ reportYear }) => reportYear === 2023)?.id ?? '');
	const id = report.sections.filter(({ state }) => state === 'draft')[nth]?.id ?? '';
	const { epoch } = (await api.get(`sections/${id}`)) as { epoch: number };
	const ws = `${base.replace('https', 'wss')}/collab`;
	const stored = async () => JSON.stringify((await api.section(id)).content);
	return { section: { id, epoch }, ws, cookie: api.cookie, stored };
}

async function quietSocket(base: string): Promise<string> {
	const { section, ws, cookie, stored } = await draftOf(base, 0);
	const server = { ws, origin: base, cookie: async () => cookie };
	const client = await connect(server, section.id, 'coordinator');
	let cuts = 0;
	client.provider.on('connection-close', () => (cuts += 1));
	// The program is restarted meanwhile; from then on this one is left alone.
	await wait(QUIET);
	const before = cuts;
	await wait(QUIET);
	if (cuts > before) return `cut ${cuts - before} times while it was quiet`;
	client.type('Efter tystnaden. ');
	await until(async () => (await stored()).includes('Efter tystnaden.'), 'it is saved');
	client.destroy();
	return 'open, and what was typed then is saved';
}

/** Types a word every 20 ms while the program ends and begins; all of them are stored, once. */
async function restarted(
	base: string,
	app: Running,
	start: () => Promise<Running>,
	check: Check
): Promise<Running> {
	const { stored, ...place } = await draftOf(base, 1);
	const register = new Words();
	// The browser's own half, as a page has it.
	const typist = new Typist({ ...place, origin: base, words: register, random: () => 0 });
	await until(() => typist.isReady, 'the socket is open');
	const words = [typist.paragraph()];
	const typing = setInterval(() => words.push(typist.type()), 20);
	await wait(1000);
	const ended = await end(app.child, 'SIGTERM');
	const next = await start();
	await wait(3000);
	clearInterval(typing);
	const said = () => `${typist.connection.save.unsaved} wait, ${typist.closedWith ?? 'open'}`;
	await until(() => typist.isReady && typist.connection.save.unsaved === 0, 'all is saved').catch(
		(error: unknown) => {
			throw new Error(said(), { cause: error });
		}
	);
	const faults = register.faults(words, await stored());
	typist.connection.destroy();
	check('restart while typing: how it ended', ended, { code: 0, signal: null });
	check('restart while typing: words lost or doubled', faults.length, 0);
	console.log(`  ${words.length} words were typed across the restart`);
	return next;
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
