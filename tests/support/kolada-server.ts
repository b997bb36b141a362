import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { GROUPS, KPI_FACTS, KPI_TITLES } from '../kolada/catalogue.ts';

/**
 * A server that speaks as Kolada's API v3 does, with a small catalogue and made-up values, and with
 * the faults that a real one has had. Switch them on and off while it runs.
 */

export type Fault =
	| { kind: 'status'; status: number; retryAfter?: string }
	/** The connection is cut in the middle of the body. */
	| { kind: 'cut' }
	/** Nothing comes for so long. */
	| { kind: 'slow'; ms: number }
	/** A page for people, with the status 200. */
	| { kind: 'html' }
	| { kind: 'redirect'; to: string }
	/** An answer of so many bytes. */
	| { kind: 'huge'; bytes: number }
	/** Exactly this. */
	| { kind: 'body'; body: string };

/** A cell of the data: a number, or null with a mark. */
export type Cell = { value: number | string | null; status?: string; isdeleted?: boolean };

export type KoladaServer = {
	base: string;
	/** Every request's path and query, in order, with when it came. */
	asked: { path: string; at: number }[];
	/** Answers to the next requests whose path holds `part`; `times` requests, or all. */
	fail(part: string, fault: Fault, times?: number): void;
	/** Takes every fault away. */
	heal(): void;
	titles: Record<string, string>;
	definitions: Record<string, string>;
	groups: Record<string, { title: string; members: [id: string, title: string][] }>;
	/** Measures that no longer exist. */
	gone: Set<string>;
	/** What groups in `/data` come to: their mean, a refusal, or nothing. */
	groupData: 'mean' | 'refused' | 'empty';
	/** Cells that differ from what is made up: `N15419|2182|2022|T`. */
	cells: Map<string, Cell | null>;
	/** Rows a page; the rest behind `next_url`. */
	pageSize: number;
	/** How `next_url` begins; the server's own address when null. */
	nextBase: string | null;
	close(): Promise<void>;
};

const OWN = '2182';
const PLACES: Record<string, string> = {
	'0000': 'Riket',
	[OWN]: 'Söderhamn',
	'2100': 'Gävleborgs läns region'
};
for (const { members } of Object.values(GROUPS))
	for (const [id, title] of members) PLACES[id] = title;
const ALL = 'G2328';

/** Started for one test, and closed after it. */
export async function koladaServer(): Promise<KoladaServer> {
	const server = await startKolada();
	onTestFinished(() => server.close());
	return server;
}

/** Whoever starts it closes it. */
export async function startKolada(): Promise<KoladaServer> {
	const faults: { part: string; fault: Fault; left: number }[] = [];
	const server = createServer((req, res) => {
		void answer(req, res).catch(() => res.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const it: KoladaServer = {
		base: `http://127.0.0.1:${port}/v3`,
		asked: [],
		fail: (part, fault, times = Infinity) => faults.push({ part, fault, left: times }),
		heal: () => faults.splice(0),
		titles: { ...KPI_TITLES },
		definitions: {},
		groups: {
			...structuredClone(GROUPS),
			[ALL]: {
				title: 'Alla kommuner (ovägt medel)',
				members: Object.entries(PLACES).filter(([id]) => id !== '0000' && id !== '2100')
			}
		},
		gone: new Set(),
		groupData: 'mean',
		cells: new Map(),
		pageSize: Infinity,
		nextBase: null,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};

	async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
		const url = new URL(req.url ?? '/', 'http://x');
		const path = decodeURIComponent(url.pathname);
		it.asked.push({ path: path + url.search, at: performance.now() });
		const fault = faults.find((f) => path.includes(f.part) && f.left > 0);
		if (fault) {
			fault.left -= 1;
			if ((await fail(res, fault.fault)) === 'over') return;
		}
		const rows = rowsOf(it, path.replace(/^\/v3/, ''), url.searchParams);
		if (typeof rows === 'number') {
			res.writeHead(rows, { 'content-type': 'application/json' }).end('{"detail":"no"}');
			return;
		}
		const perPage = Math.min(it.pageSize, Number(url.searchParams.get('per_page') ?? 5000));
		const page = Number(url.searchParams.get('page') ?? 1);
		const values = rows.slice((page - 1) * perPage, page * perPage);
		url.searchParams.set('page', String(page + 1));
		const next = `${it.nextBase ?? it.base}${path.replace(/^\/v3/, '')}?${url.searchParams.toString()}`;
		json(res, {
			values,
			count: values.length,
			next_url: page * perPage < rows.length ? next : null,
			previous_url: null
		});
	}
	return it;
}

const json = (res: ServerResponse, value: unknown) =>
	res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));

async function fail(res: ServerResponse, fault: Fault): Promise<'over' | 'goOn'> {
	switch (fault.kind) {
		case 'status':
			res
				.writeHead(
					fault.status,
					fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }
				)
				.end('<html>busy</html>');
			return 'over';
		case 'cut':
			res.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
			res.write('{"values":[');
			setTimeout(() => res.destroy(), 5);
			return 'over';
		case 'slow':
			await new Promise((resolve) => setTimeout(resolve, fault.ms));
			return 'goOn';
		case 'html':
			res.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Underhåll</h1>');
			return 'over';
		case 'redirect':
			res.writeHead(302, { location: fault.to }).end();
			return 'over';
		case 'huge':
			res.writeHead(200, { 'content-type': 'application/json' });
			res.end(`{"values":[],"x":"${'x'.repeat(fault.bytes)}"}`);
			return 'over';
		case 'body':
			res.writeHead(200, { 'content-type': 'application/json' }).end(fault.body);
			return 'over';
	}
}

/** The rows of an address, or the status with which it is refused. */
function rowsOf(it: KoladaServer, path: string, query: URLSearchParams): unknown[] | number {
	const [, kind = '', ...rest] = path.split('/');
	if (rest.some((part) => part.split(',').length > 25)) return 400;
	const ids = (rest[0] ?? '').split(',').filter(Boolean);
	const wanted = (query.get('title') ?? '').toLowerCase();
	if (kind === 'kpi')
		return Object.keys(it.titles)
			.filter((id) => !it.gone.has(id))
			.filter((id) => (ids.length > 0 ? ids.includes(id) : true))
			.filter((id) => (it.titles[id] ?? '').toLowerCase().includes(wanted))
			.map((id) => kpiRow(it, id));
	if (kind === 'municipality')
		return Object.entries(PLACES)
			.filter(([, title]) => title.toLowerCase().includes(wanted))
			.map(([id, title]) => ({ id, title, type: id === '0000' || id === '2100' ? 'L' : 'K' }));
	if (kind === 'municipality_groups')
		return Object.entries(it.groups)
			.filter(([id]) => (ids.length > 0 ? ids.includes(id) : true))
			.filter(([, { title }]) => title.toLowerCase().includes(wanted))
			.map(([id, { title, members }]) => ({
				id,
				title,
				members: members.map(([member_id, member_title]) => ({ member_id, member_title }))
			}));
	if (kind === 'data') return dataRows(it, rest);
	return 404;
}

const kpiRow = (it: KoladaServer, id: string) => ({
	id,
	title: it.titles[id],
	description: it.definitions[id] ?? `Så här räknas ${id}.`,
	is_divided_by_gender: KPI_FACTS[id]?.gender ?? false,
	municipality_type: 'K',
	auspice: 'T',
	operating_area: 'Barn och unga',
	perspective: 'Övrigt',
	prel_publication_date: null,
	publication_date: KPI_FACTS[id]?.date ?? null,
	publ_period: KPI_FACTS[id]?.period ?? null,
	has_ou_data: false
});

function dataRows(it: KoladaServer, rest: string[]): unknown[] | number {
	const part = (name: string) => (rest[rest.indexOf(name) + 1] ?? '').split(',').filter(Boolean);
	const places = part('municipality');
	const hasGroup = places.some((id) => id.startsWith('G'));
	if (hasGroup && it.groupData === 'refused') return 422;
	return part('kpi')
		.filter((id) => id in it.titles && !it.gone.has(id))
		.flatMap((kpi) =>
			places.flatMap((municipality) =>
				part('year').flatMap((year) => {
					if (municipality.startsWith('G') && it.groupData === 'empty') return [];
					const genders = KPI_FACTS[kpi]?.gender ? ['T', 'K', 'M'] : ['T'];
					const values = genders.flatMap((gender) => {
						const cell = cellOf(it, kpi, municipality, year, gender);
						if (cell === null) return [];
						const { value, status = value === null ? 'Missing' : '', isdeleted = false } = cell;
						const count = municipality.startsWith('G')
							? (it.groups[municipality]?.members.length ?? 0)
							: 1;
						return [{ gender, count, status, value, isdeleted }];
					});
					return values.length === 0 ? [] : [{ kpi, municipality, period: Number(year), values }];
				})
			)
		);
}

function cellOf(
	it: KoladaServer,
	kpi: string,
	place: string,
	year: string,
	gender: string
): Cell | null {
	const own = it.cells.get([kpi, place, year, gender].join('|'));
	if (own !== undefined) return own;
	if (!place.startsWith('G')) return { value: madeUp(kpi, place, year, gender) };
	const members = it.groups[place]?.members ?? [];
	const numbers = members
		.map(([id]) => cellOf(it, kpi, id, year, gender)?.value)
		.filter((n): n is number => typeof n === 'number');
	return {
		value: numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0) / numbers.length
	};
}

/** The same number each time, between 0 and 100 with one decimal. */
export function madeUp(kpi: string, place: string, year: string, gender = 'T'): number {
	let n = 7;
	for (const c of `${kpi}${place}${year}${gender}`) n = (n * 31 + c.charCodeAt(0)) % 1009;
	return n / 10;
}
