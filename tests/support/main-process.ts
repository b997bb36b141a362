import type { Result } from '#core/result.ts';
import type { CommandInput, CommandName, CommandOutput } from '#server/commands/index.ts';
import type { DemoPersonKey } from '#server/demo/people.ts';
import type { FetchState } from '#server/kolada/jobs.ts';
import type { FetchAsk } from '#server/kolada/plan.ts';
import type { PublishAsked } from '#server/publishing/service.ts';
import type { ApiSectionDetail } from '#server/views/api-section.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { DoorAsk } from './door-handler.ts';

export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** The real process (`server/main.ts`) without its pages, to be killed, starved and stopped. */
export type MainProcess = {
	pid: number;
	port: number;
	/** `http://127.0.0.1:4000` */
	base: string;
	/** `ws://127.0.0.1:4000/collab` */
	ws: string;
	/** Sends the signal and waits for the end. */
	end(signal: NodeJS.Signals): Promise<Ended>;
	ended: Promise<Ended>;
	/** What it wrote to its standard error. */
	said: string[];
	run<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Result<CommandOutput<N>>>;
	section(person: DemoPersonKey, sectionId: string): Promise<Result<ApiSectionDetail>>;
	/** Makes a snapshot of the section and packs its log. */
	compact(sectionId: string): Promise<Result<null>>;
	/** Begins a fetch of figures as the coordinator. */
	startFetch(ask: FetchAsk): Promise<Result<FetchState>>;
	fetchState(): Promise<Result<FetchState>>;
	publish(asked: PublishAsked): Promise<Result<CommandOutput<'publishReport'>>>;
	/** True when /healthz answers 200. */
	isHealthy(): Promise<boolean>;
};

export type MainOptions = {
	dataDir: string;
	/** The most that it may write into one file, in KiB; a full disk for a real process. */
	fileLimit?: number;
	/** A free port when left out. */
	port?: number;
	/** Where figures are fetched from. */
	koladaUrl?: string;
};

/** The process is ending: its store takes no questions any more. */
export class Ending extends Error {
	override name = 'Ending';
}

const DOOR = ['--import', './tests/support/door.ts', 'server/main.ts'];

/** Starts the process and waits until it says where it listens. */
export async function startMain(options: MainOptions): Promise<MainProcess> {
	const env = {
		...process.env,
		VITEST: '',
		NODE_ENV: '',
		DATA_DIR: options.dataDir,
		PORT: String(options.port ?? 0),
		...(options.koladaUrl === undefined ? {} : { KOLADA_URL: options.koladaUrl })
	};
	const child =
		options.fileLimit === undefined
			? spawn(process.execPath, DOOR, { env, stdio: ['pipe', 'pipe', 'pipe'] })
			: spawn(
					'bash',
					['-c', `ulimit -S -f ${options.fileLimit}; exec "$0" "$@"`, process.execPath, ...DOOR],
					{ env, stdio: ['pipe', 'pipe', 'pipe'] }
				);
	const ended = new Promise<Ended>((done) =>
		child.once('exit', (code, signal) => done({ code, signal }))
	);
	const said: string[] = [];
	createInterface(child.stderr).on('line', (line) => said.push(line));
	const port = await portOf(child, said);
	const base = `http://127.0.0.1:${port}`;
	const ask = async (question: DoorAsk): Promise<unknown> => {
		const answer = await fetch(`${base}/door`, { method: 'POST', body: JSON.stringify(question) });
		if (answer.ok) return answer.json();
		const text = await answer.text();
		if (/connection is not open|writer has stopped/.test(text)) throw new Ending(text);
		throw new Error(`the door answered ${answer.status}: ${text}`);
	};
	return {
		pid: child.pid ?? 0,
		port,
		base,
		ws: `ws://127.0.0.1:${port}/collab`,
		ended,
		said,
		end: (signal) => {
			child.kill(signal);
			return ended;
		},
		run: async (name, input) => (await ask({ op: 'command', name, input })) as never,
		section: async (person, sectionId) =>
			(await ask({ op: 'section', person, sectionId })) as Result<ApiSectionDetail>,
		compact: async (sectionId) => (await ask({ op: 'compact', sectionId })) as Result<null>,
		startFetch: async (fetched) =>
			(await ask({ op: 'startFetch', ask: fetched })) as Result<FetchState>,
		fetchState: async () => (await ask({ op: 'fetchState' })) as Result<FetchState>,
		publish: async (asked) =>
			(await ask({ op: 'publish', asked })) as Result<CommandOutput<'publishReport'>>,
		isHealthy: async () => (await fetch(`${base}/healthz`)).status === 200
	};
}

function portOf(child: ChildProcess, said: string[]): Promise<number> {
	const { stdout } = child;
	if (!stdout) throw new Error('the process has no standard output');
	return new Promise((resolve, reject) => {
		createInterface(stdout).on('line', (line) => {
			const port = /listening on http:\/\/[^:]+:(\d+)/.exec(line)?.[1];
			if (port !== undefined) resolve(Number(port));
		});
		child.once('exit', (code) =>
			reject(new Error(`the server ended with ${code}: ${said.join('\n')}`))
		);
	});
}
