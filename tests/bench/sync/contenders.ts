import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { people } from '#server/demo/people.ts';
import { serve, serveWhole, signIn, type Served } from '../processes.ts';
import type { Dialect, Target } from './load/order.ts';

/** The servers that are measured, in the order of the tables. */
export const CONTENDERS = [
	'ours',
	'relay',
	'storing-relay',
	'yws-memory',
	'yws-leveldb',
	'hocuspocus'
] as const;
export type ContenderName = (typeof CONTENDERS)[number];

const RIVALS = 'tests/bench/rival-servers';
const DIALECTS: Record<ContenderName, Dialect> = {
	ours: 'y-websocket',
	relay: 'relay',
	'storing-relay': 'relay',
	'yws-memory': 'y-websocket',
	'yws-leveldb': 'y-websocket',
	hocuspocus: 'hocuspocus'
};
/** Who writes into ours: each is a coordinator, who may write in every section. */
const WRITERS = [people.coordinator, people.deputy];
/** A few people open more sockets here than anybody has windows; the bound of one person is for people. */
const UNBOUND = { SOCKETS_A_PERSON: '100000' };

/** A running server. */
export type Contender = Served & {
	name: ContenderName;
	/** What it keeps on disk. */
	folder: string;
	/** @param seed a file with the text that the first client of a room brings; null where it is there */
	target(seed: string | null): Target;
	/**
	 * Ends it, in order or by `kill -9`, and starts it again on what it has on disk.
	 * @returns milliseconds from its start until it listens
	 */
	restart(how: 'stop' | 'kill', options?: RestartOptions): Promise<number>;
};

export type RestartOptions = {
	/** What is done while it is not there. */
	between?: () => void;
	/** Whether it can then be told to collect its garbage, before its memory is read. */
	inspected?: boolean;
};

/** Whether a server gives back anything after it was started again. */
export const keeps = (name: ContenderName): boolean =>
	!['relay', 'storing-relay', 'yws-memory'].includes(name);

/** How to install the rivals, when one of them is not there; else null. */
export function missingRivals(): string | null {
	const names = ['y-websocket', 'y-leveldb', '@hocuspocus/server', '@hocuspocus/extension-sqlite'];
	const isThere = (name: string) => existsSync(join(RIVALS, 'node_modules', name, 'package.json'));
	return names.every(isThere)
		? null
		: `The rival servers are not installed: npm ci --prefix ${RIVALS}`;
}

/** Starts a server on an empty folder of its own, which goes when it stops. */
export async function startContender(name: ContenderName): Promise<Contender> {
	const folder = mkdtempSync(join(tmpdir(), `barnbokslut-bench-${name}-`));
	let inspector: number | null = null;
	let served = await spawned(name, folder, {});
	let headers = await peopleOf(name, served);
	const contender: Contender = {
		...served,
		name,
		folder,
		target: (seed) => ({
			dialect: DIALECTS[name],
			pid: served.pid,
			ws: name === 'ours' ? `${served.ws}/collab` : served.ws,
			people: headers,
			acknowledges: name === 'ours',
			inspector,
			seed
		}),
		kill: () => served.kill(),
		stop: async () => {
			await served.stop();
			rmSync(folder, { recursive: true, force: true });
		},
		restart: async (how, { between, inspected } = {}) => {
			await served[how]();
			between?.();
			inspector = inspected === true ? await freePort() : null;
			const begun = performance.now();
			served = await spawned(name, folder, inspector === null ? {} : inspectedAt(inspector));
			const listens = performance.now() - begun;
			headers = await peopleOf(name, served);
			Object.assign(contender, { pid: served.pid, base: served.base, ws: served.ws });
			return listens;
		}
	};
	return contender;
}

/** The inspector's whole address is then told by HTTP alone, and not on the terminal. */
const inspectedAt = (port: number): Record<string, string> => ({
	NODE_OPTIONS: `--inspect=127.0.0.1:${port} --inspect-publish-uid=http`
});

async function spawned(
	name: ContenderName,
	folder: string,
	env: Record<string, string>
): Promise<Served> {
	switch (name) {
		case 'ours':
			return serveWhole(folder, { ...UNBOUND, ...env });
		case 'relay':
			return serve('tests/bench/sync/relay.ts', env);
		case 'storing-relay':
			return serve('tests/bench/sync/storing-relay.ts', { DATA_DIR: folder, ...env });
		case 'yws-memory':
			return yWebsocket(env);
		case 'yws-leveldb':
			return yWebsocket({ YPERSISTENCE: join(folder, 'leveldb'), ...env });
		case 'hocuspocus':
			return serve(`${RIVALS}/hocuspocus.ts`, {
				DATABASE: join(folder, 'hocuspocus.sqlite'),
				...env
			});
	}
}

/** y-websocket's own server says the port that it was given, so that it cannot choose one. */
async function yWebsocket(env: Record<string, string>): Promise<Served> {
	const port = await freePort();
	return serve(
		`${RIVALS}/node_modules/y-websocket/bin/server.cjs`,
		{ HOST: '127.0.0.1', PORT: String(port), ...env },
		(line) => (line.startsWith('running at') ? `http://localhost:${port}` : undefined)
	);
}

const freePort = (): Promise<number> =>
	new Promise((found) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => found(port));
		});
	});

async function peopleOf(name: ContenderName, { base }: Served): Promise<Record<string, string>[]> {
	if (name !== 'ours') return [{}];
	const cookies = await Promise.all(WRITERS.map(({ email }) => signIn(base, email)));
	return cookies.map((cookie) => ({ cookie, origin: base }));
}
