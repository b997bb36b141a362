import { WebsocketProvider } from 'y-websocket';
import { startMain, type MainProcess } from '../support/main-process.ts';
import { prepare, type Prepared, type PreparedSection } from '../support/prepared.ts';
import { Proxy } from '../support/proxy.ts';
import { mulberry } from '../support/random.ts';
import { socketOf, Words, type Typist } from '../support/typist.ts';
import { eventually, wait } from '../support/wait.ts';
import { newTypist } from './rooms.ts';
import { settled } from './settle.ts';

export type NetworkReport = {
	schedules: number;
	/** Words that were typed. */
	words: number;
	/** How often each fault was made. */
	faults: Record<string, number>;
	problems: string[];
};

/** How long the network is bad in one schedule, in milliseconds. */
const STORM = 1500;
const ROOMS = 2;
/** After so many problems no more schedules are begun. */
const ENOUGH = 5;

/**
 * D2, D4, W11: three people write in two rooms, each behind a network of their own that fails in
 * every way a network can. Afterwards everybody reads the same as the server, with every word once.
 */
export async function networkSchedules(options: {
	schedules: number;
	seed: number;
	/** How many run at the same time, in rooms of their own. */
	beside: number;
}): Promise<NetworkReport> {
	const prepared = await prepare();
	const report: NetworkReport = { schedules: 0, words: 0, faults: {}, problems: [] };
	const server = await startMain({ dataDir: prepared.copy().dataDir });
	const register = new Words();
	try {
		let next = 0;
		const lane = async (n: number) => {
			const sections = prepared.sections.slice(n * ROOMS, (n + 1) * ROOMS);
			while (next < options.schedules && report.problems.length < ENOUGH) {
				const seed = options.seed + next++;
				const found = await schedule({ server, prepared, sections, register, seed, report });
				report.problems.push(...found.map((line) => `seed ${seed}: ${line}`));
				report.schedules += 1;
			}
		};
		await Promise.all(Array.from({ length: options.beside }, (_, n) => lane(n)));
		if (server.said.length > 0) report.problems.push(...server.said);
	} finally {
		await server.end('SIGKILL');
		prepared.remove();
	}
	return report;
}

/** A person, the network in front of them, and what they write in. */
type Desk = {
	proxy: Proxy;
	places: { section: PreparedSection; cookie: string; typist: Typist }[];
};

type Schedule = {
	server: MainProcess;
	prepared: Prepared;
	sections: PreparedSection[];
	register: Words;
	seed: number;
	report: NetworkReport;
};

async function schedule(options: Schedule): Promise<string[]> {
	const { server, prepared, sections, register, report } = options;
	const random = mulberry(options.seed);
	const desks: Desk[] = [];
	for (let i = 0; i < 3; i += 1) {
		const proxy = new Proxy(server.port);
		await proxy.listen();
		const ws = `ws://127.0.0.1:${proxy.port}/collab`;
		const base = `http://127.0.0.1:${proxy.port}`;
		const places = sections.map((section) => {
			const person = section.writers[i] ?? 'coordinator';
			const typist = newTypist({ ws, base }, section, { prepared, register, random, person });
			return { section, cookie: prepared.cookies[person], typist };
		});
		desks.push({ proxy, places });
	}
	const places = desks.flatMap((d) => d.places);
	const typists = places.map((p) => p.typist);
	await eventually(() => typists.every((t) => t.isReady));
	let typing = true;
	const all = typists.map(async (typist) => {
		while (typing) {
			typist.say();
			await wait(5 + random() * 35);
		}
	});
	await Promise.all(desks.map((desk) => storm(desk, random, report.faults)));
	for (const { proxy } of desks) proxy.heal();
	await wait(100);
	typing = false;
	await Promise.all(all);
	for (const typist of typists) if (!typist.isReady) typist.connection.retry();
	const problems: string[] = [];
	for (const section of sections) {
		const here = places.filter((p) => p.section === section).map((p) => p.typist);
		const found = await settled(server, section, here);
		problems.push(...found.map((line) => `${section.key}: ${line}`));
	}
	report.words += typists.reduce((sum, t) => sum + t.made.flatMap((m) => m.words).length, 0);
	for (const typist of typists) typist.destroy();
	for (const { proxy } of desks) await proxy.close();
	return problems;
}

/** One fault after the other, for as long as the storm lasts. */
async function storm(
	desk: Desk,
	random: () => number,
	count: Record<string, number>
): Promise<void> {
	const { proxy } = desk;
	const faults: Record<string, () => void> = {
		slow: () => (proxy.weather = { delay: 20 + random() * 400, bytesASecond: null }),
		narrow: () => (proxy.weather = { delay: 0, bytesASecond: 1000 + random() * 7000 }),
		calm: () => (proxy.weather = { delay: 0, bytesASecond: null }),
		reset: () => proxy.reset(),
		resetInFrame: () => proxy.resetAfter(1 + Math.floor(random() * 60)),
		halfOpen: () => proxy.pullCables(),
		overtaken: () => proxy.overtake(30 + random() * 60, 50 + random() * 300),
		twice: () => twice(desk, 100 + random() * 300)
	};
	const names = Object.keys(faults);
	const end = performance.now() + STORM;
	while (performance.now() < end) {
		const name = names[Math.floor(random() * names.length)] ?? 'calm';
		faults[name]?.();
		count[name] = (count[name] ?? 0) + 1;
		await wait(40 + random() * 260);
	}
}

/** The same document by a second, stock provider at the same time: each update is sent twice. */
function twice({ proxy, places }: Desk, time: number): void {
	const base = `127.0.0.1:${proxy.port}`;
	for (const { section, cookie, typist } of places) {
		const provider = new WebsocketProvider(`ws://${base}/collab`, section.id, typist.doc, {
			disableBc: true,
			WebSocketPolyfill: socketOf(cookie, `http://${base}`)
		});
		for (const type of [2, 100]) provider.messageHandlers[type] = () => undefined;
		setTimeout(() => provider.destroy(), time);
	}
}
