import { password } from '#server/demo/people.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process that says where it listens. */
export type Served = {
	pid: number;
	/** `http://localhost:4000` */
	base: string;
	/** `ws://localhost:4000` */
	ws: string;
	stop(): Promise<void>;
	/** `kill -9` */
	kill(): Promise<void>;
};

/** Starts a script and waits for its line "listening on …", or for another that says its address. */
export async function serve(
	script: string,
	env: Record<string, string> = {},
	addressIn: (line: string) => string | undefined = (line) =>
		/listening on (http\S+)/.exec(line)?.[1]
): Promise<Served> {
	const child = spawn(process.execPath, [script], {
		env: { ...process.env, NODE_ENV: '', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	createInterface(child.stderr).on('line', (line) => {
		// Node says so of its inspector, and every time.
		if (!/^Debugger attached|^Waiting for the debugger/.test(line)) console.error(line);
	});
	// It goes with the benchmark, however that ends.
	const orphan = () => child.kill('SIGKILL');
	process.once('exit', orphan);
	child.once('exit', () => process.off('exit', orphan));
	const base = await new Promise<string>((resolve, reject) => {
		createInterface(child.stdout).on('line', (line) => {
			const address = addressIn(line);
			if (address !== undefined) resolve(address);
		});
		child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
	});
	return {
		pid: child.pid ?? 0,
		base,
		ws: base.replace('http', 'ws'),
		stop: () => ended(child, 'SIGTERM'),
		kill: () => ended(child, 'SIGKILL')
	};
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	const exit = new Promise<void>((done) => child.once('exit', () => done()));
	child.kill(signal);
	return exit;
}

/** Our own server, when it has made the forms of the demo's edition: a start that nobody measures. */
export async function serveWhole(
	folder: string,
	env: Record<string, string> = {}
): Promise<Served> {
	const served = await serve('server/main.ts', { DATA_DIR: folder, PORT: '0', ...env });
	await (await fetch(`${served.base}/r/barnbokslut-2022/v/1.zip`)).arrayBuffer();
	return served;
}

/** Our own server on a demo of its own, in a folder that goes when it stops. */
export async function serveOurs(): Promise<Served & { folder: string }> {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-bench-'));
	const served = await serveWhole(folder);
	return {
		...served,
		folder,
		stop: async () => {
			await served.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** The cookie of a demo account. */
export async function signIn(base: string, email: string): Promise<string> {
	const answer = await fetch(`${base}/login`, {
		method: 'POST',
		headers: { origin: base },
		body: new URLSearchParams({ email, password }),
		redirect: 'manual'
	});
	const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
	if (cookie === undefined) throw new Error(`${email} cannot sign in: ${answer.status}`);
	return cookie;
}

/** Asks the API for JSON. */
export async function getJson(base: string, cookie: string, path: string): Promise<unknown> {
	const answer = await fetch(`${base}/api/v1/${path}`, { headers: { cookie } });
	if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
	return answer.json();
}

/** What the benchmark needs to know of this year's report of the demo. */
export type DemoReport = {
	id: string;
	sections: { id: string; key: string; state: string }[];
};

/** The demo's report with all its sections. */
export async function thisYear(base: string, cookie: string): Promise<DemoReport> {
	const { items } = (await getJson(base, cookie, 'reports')) as {
		items: { id: string; variant: string }[];
	};
	const full = items.find((report) => report.variant === 'full');
	if (full === undefined) throw new Error('the demo has no report of the full variant');
	return (await getJson(base, cookie, `reports/${full.id}`)) as DemoReport;
}
