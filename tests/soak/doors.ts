import { fork, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { mulberry } from '../support/random.ts';
import { nextAsk, type Asked } from '../fuzz/asks.ts';
import type { Opened, Told } from './doors-server.ts';

/** So many at once: a busy office. */
const AT_ONCE = 8;
const LOOKS = 10;
/** What is read beside, a second each and one after the other, has longer. */
const READS_FILES = /word|import|values/;
const BOUNDS = {
	/** An answer takes no longer, in milliseconds, and in medians of its run. */
	answer: 3000,
	medians: 400,
	file: 30_000,
	/** A turn of the event loop, in milliseconds: of work, and with what else the machine does meanwhile. */
	turn: 1500,
	blocked: 10_000,
	/** Bytes that a thousand requests may leave behind in the program, in the last half of the run. */
	slope: 300_000
};

type Answered = { status: number; ms: number; body: string };

/**
 * `rounds` bodies of the API and of forms over HTTP, most of them nearly right. The server goes on, answers
 * none with an error of its own, keeps its memory, and what is locked is what it was.
 */
export async function soakDoors(rounds: number): Promise<boolean> {
	const seed = Number(process.env['SEED'] ?? 8_000_000);
	console.log(`seed ${seed}`);
	const lookEvery = Math.max(1000, Math.round(rounds / LOOKS));
	const server = fork(fileURLToPath(new URL('./doors-server.ts', import.meta.url)), {
		execArgv: [
			'--expose-gc',
			'--import',
			fileURLToPath(new URL('../../server/loading.ts', import.meta.url))
		]
	});
	const isOver = () => server.exitCode !== null || server.signalCode !== null;
	const opened = await heard<Opened>(server);
	const random = mulberry(seed);
	const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
	const faults: string[] = [];
	const statuses: Record<string, number> = {};
	const times: number[] = [];
	const slow: { at: string; ms: number }[] = [];
	const first = await ask(server);
	const looks: { done: number; told: Told }[] = [];
	let begun = 0;
	let done = 0;

	const work = async (): Promise<void> => {
		while (begun < rounds && !isOver() && faults.length < 20) {
			begun += 1;
			const nth = begun;
			const asked = await nextAsk(opened.ids, opened.facts, random, nth);
			const at = `request ${nth}, ${asked.door}, ${asked.who}`;
			try {
				const { status, ms, body } = await send(opened, asked, agent);
				statuses[status] = (statuses[status] ?? 0) + 1;
				if (!READS_FILES.test(asked.door)) times.push(ms);
				if (ms > (READS_FILES.test(asked.door) ? BOUNDS.file : BOUNDS.answer / 4))
					slow.push({ at, ms: Math.round(ms) });
				if (status >= 500 && status !== 503)
					faults.push(`${at}: ${status} ${body.slice(0, 200)}\n${sample(asked)}`);
			} catch (error) {
				faults.push(`${at}: ${String(error)}\n${sample(asked)}`);
			}
			done += 1;
			if (done % lookEvery > 0) continue;
			const told = await ask(server);
			looks.push({ done, told });
			console.log(
				`${done} requests, ${memory(told)}, longest turn ${Math.round(told.blocked)} ms (of work ${Math.round(told.worked)}), ${JSON.stringify(statuses)}`
			);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	agent.destroy();
	for (const fault of faults) console.log(fault);
	const last = isOver() ? null : await ask(server);
	server.kill('SIGKILL');
	return judged({ first, last, looks, times, slow, faults });
}

type Run = {
	first: Told;
	last: Told | null;
	looks: { done: number; told: Told }[];
	times: number[];
	slow: { at: string; ms: number }[];
	faults: string[];
};

function judged({ first, last, looks, times, slow, faults }: Run): boolean {
	times.sort((a, b) => a - b);
	const at = (share: number) =>
		times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
	const [median, most] = [at(0.5), at(1)];
	const tolds = [...looks.map(({ told }) => told), ...(last ? [last] : [])];
	const longest = Math.max(0, ...tolds.map(({ blocked }) => blocked));
	const worked = Math.max(0, ...tolds.map((told) => told.worked));
	const half = looks.slice(Math.floor(looks.length / 2));
	// Of a shorter time the looks say more of when garbage was collected than of what stays.
	const span = (half.at(-1)?.done ?? 0) - (half[0]?.done ?? 0);
	const slope = slopeOf(half, ({ held }) => held);
	const grown = slopeOf(half, ({ rss, store }) => rss - store);
	for (const one of slow.sort((a, b) => b.ms - a.ms).slice(0, 10))
		console.log(`${one.ms} ms: ${one.at}`);
	console.log(
		`answers: median ${median.toFixed(1)}, 99 of 100 ${at(0.99).toFixed(1)}, longest ${most.toFixed(0)} ms; longest turn ${longest.toFixed(0)} ms, of work ${worked.toFixed(0)} ms`
	);
	console.log(
		`at first ${memory(first)}; at last ${last ? memory(last) : 'nothing'}; in the last half a thousand requests left ${Math.round(slope)} bytes in the program and ${Math.round(grown)} in the process beside the store`
	);
	const wrong = [
		last === null && 'the process ended',
		faults.length > 0 && 'answers that are errors',
		last !== null && last.locked !== first.locked && 'what is locked has changed',
		most > Math.max(BOUNDS.answer, median * BOUNDS.medians) && 'an answer took too long',
		(worked > BOUNDS.turn || longest > BOUNDS.blocked) && 'the event loop was blocked',
		span >= 20_000 && slope > BOUNDS.slope && 'memory grows'
	].filter((one) => one !== false);
	for (const one of wrong) console.log(one);
	return wrong.length === 0;
}

/** Bytes of a thousand requests, by the least squares; of few looks nothing is said. */
function slopeOf(looks: Run['looks'], bytes: (told: Told) => number): number {
	if (looks.length < 3) return 0;
	const mean = (of: (look: (typeof looks)[number]) => number) =>
		looks.reduce((sum, look) => sum + of(look), 0) / looks.length;
	const [x, y] = [mean(({ done }) => done), mean(({ told }) => bytes(told))];
	const over = looks.reduce((sum, { done, told }) => sum + (done - x) * (bytes(told) - y), 0);
	const under = looks.reduce((sum, { done }) => sum + (done - x) ** 2, 0);
	return (over / under) * 1000;
}

/** The store is in memory here: what is written makes the process grow by that much, and no leak. */
const memory = ({ rss, store, held }: Told) =>
	`${mb(rss)} MB (the store ${mb(store)}, held by the program ${mb(held)})`;
const mb = (bytes: number) => Math.round(bytes / 1024 / 1024);

function heard<T>(server: ChildProcess): Promise<T> {
	return new Promise((done, fail) => {
		const end = () => fail(new Error('the server ended before it was open'));
		server.once('exit', end);
		server.once('message', (message) => {
			server.off('exit', end);
			done(message as T);
		});
	});
}

async function ask(server: ChildProcess): Promise<Told> {
	const told = heard<Told>(server);
	server.send('tell');
	return told;
}

function send({ port, origin, cookies }: Opened, asked: Asked, agent: Agent): Promise<Answered> {
	const { method, path, body, type, who, accept } = asked;
	const cookie = cookies[who];
	const headers = {
		host: new URL(origin).host,
		accept,
		...(method === 'GET' ? {} : { origin, 'content-length': String(body.byteLength) }),
		...(type === '' ? {} : { 'content-type': type }),
		...(cookie === null ? {} : { cookie })
	};
	const began = performance.now();
	return new Promise((done, fail) => {
		const sent = request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('error', fail);
			answer.on('end', () =>
				done({
					status: answer.statusCode ?? 0,
					ms: performance.now() - began,
					body: Buffer.concat(parts).toString('utf8')
				})
			);
		});
		sent.setTimeout(60_000, () => sent.destroy(new Error('no answer within a minute')));
		sent.on('error', fail);
		sent.end(body);
	});
}

const sample = ({ method, path, type, body }: Asked): string =>
	`${method} ${path.slice(0, 300)} ${type} ${Buffer.from(body.subarray(0, 400)).toString('base64')}`;
