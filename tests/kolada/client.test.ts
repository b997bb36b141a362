import { foundGroup, MOST_IDS } from '#server/kolada/client.ts';
import { sleep } from '#server/kolada/pace.ts';
import { meanOf, readValues, type ReadValue } from '#server/kolada/values.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { must, refusalOf } from '../support/act.ts';
import { koladaServer, madeUp } from '../support/kolada-server.ts';
import { KPI_TITLES } from './catalogue.ts';
import { clientOf, never, TestClock } from './tools.ts';

const ids = Object.keys(KPI_TITLES);
const whyOf = (result: Parameters<typeof refusalOf>[0]) => {
	const refusal = refusalOf(result);
	return refusal.code === 'source' ? refusal.why : refusal.code;
};

test('[I9] measures are found by title and by id, and their facts are read', async () => {
	const server = await koladaServer();
	const { client } = clientOf(server);
	const found = must(await client.searchKpis('yrkesprogram', 50, never()));
	expect(found.map((k) => k.id)).toEqual(['N15424', 'N15428', 'N15436']);
	const [one] = must(await client.kpis(['N11811'], never()));
	expect(one).toMatchObject({
		title: KPI_TITLES['N11811'],
		publ_period: '2025',
		publication_date: '2026-04-16'
	});
	const [group] = must(await client.searchGroups('socioekonomi, söderhamn', 10, never()));
	expect(group?.id).toBe('G176409');
	expect(group?.members).toHaveLength(7);
	expect(foundGroup(group ?? { id: '', title: '', members: [] })).toMatchObject({
		title: 'Liknande kommuner socioekonomi, Söderhamn, 2024',
		year: 2024
	});
});

test('[I9] a search stops at what was asked for, and what it looks for is not part of the address', async () => {
	const server = await koladaServer();
	server.pageSize = 3;
	const { client } = clientOf(server);
	expect(must(await client.searchKpis('elever', 4, never()))).toHaveLength(4);
	expect(must(await client.searchKpis('x&y=1#/../kpi', 4, never()))).toEqual([]);
	expect(server.asked.at(-1)?.path).toMatch(/^\/v3\/kpi\?title=x%26y%3D1%23/);
});

test('[I9] no part of an address has more than 25 ids, and all of them are answered', async () => {
	const server = await koladaServer();
	const { client } = clientOf(server);
	const many = Array.from({ length: 60 }, (_, i) => String(1000 + i));
	const years = Array.from({ length: 30 }, (_, i) => String(1995 + i));
	const shares: number[] = [];
	const rows = must(
		await client.data({ kpis: ['U31803'], municipalities: many, years }, never(), (share) =>
			shares.push(share)
		)
	);
	expect(rows).toHaveLength(60 * 30);
	expect(shares).toHaveLength(6);
	expect(shares.at(-1)).toBe(1);
	for (const { path } of server.asked)
		for (const part of path.split('?')[0]?.split('/') ?? [])
			expect(part.split(',').length).toBeLessThanOrEqual(MOST_IDS);
	// The server itself refuses more.
	expect(
		(await fetch(`${server.base}/data/kpi/U31803/municipality/0000/year/${years.join(',')}`)).status
	).toBe(400);
});

test('[I9] pages are followed to their end', async () => {
	const server = await koladaServer();
	server.pageSize = 7;
	const { client } = clientOf(server);
	const found = must(await client.kpis(ids, never()));
	expect(found.map((k) => k.id)).toEqual(ids);
	expect(server.asked).toHaveLength(4);
});

test('[I9] a next page elsewhere is refused, on another host, port or path', async () => {
	const server = await koladaServer();
	const { port } = new URL(server.base);
	server.pageSize = 7;
	for (const elsewhere of [
		'http://169.254.169.254/v3',
		`http://localhost:${port}/v3`,
		`http://127.0.0.1:${port}/v2`,
		`http://user:pass@127.0.0.1:${port}/v3`,
		`https://127.0.0.1:${port}/v3`,
		'file:///etc/passwd?',
		'//evil.example/v3'
	]) {
		server.nextBase = elsewhere;
		server.asked.length = 0;
		expect([elsewhere, whyOf(await clientOf(server).client.kpis(ids, never()))]).toEqual([
			elsewhere,
			'elsewhere'
		]);
		expect(server.asked).toHaveLength(1);
	}
});

test('[I9] a list that leads in circles ends', async () => {
	const server = await koladaServer();
	server.fail('/kpi', {
		kind: 'body',
		body: JSON.stringify({ values: [], next_url: `${server.base}/kpi?title=a&per_page=5` })
	});
	const { client } = clientOf(server);
	expect(whyOf(await client.searchKpis('a', 5, never()))).toBe('notUnderstood');
	expect(server.asked.length).toBeLessThan(4);
});

test('[I9] a redirect is followed below the base alone', async () => {
	const server = await koladaServer();
	const other = createServer((_req, res) => res.end('{"values":[]}'));
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void other.close());
	const { port } = other.address() as AddressInfo;
	const { client } = clientOf(server);
	server.fail('/kpi/N11811', { kind: 'redirect', to: `${server.base}/kpi/N11813` }, 1);
	expect(must(await client.kpis(['N11811'], never())).map((k) => k.id)).toEqual(['N11813']);
	server.fail('/kpi/N11811', { kind: 'redirect', to: `http://127.0.0.1:${port}/v3/kpi/N11811` }, 1);
	expect(whyOf(await client.kpis(['N11811'], never()))).toBe('elsewhere');
	server.fail('/kpi/', { kind: 'redirect', to: '/v3/kpi/N11811' });
	expect(whyOf(await client.kpis(['N11811'], never()))).toBe('elsewhere');
});

test('[I9] at most five requests begin in any second, whoever asks', async () => {
	const server = await koladaServer();
	const begun: number[] = [];
	const time = new TestClock();
	const { client } = clientOf(server, {
		time,
		fetch: (...args) => {
			begun.push(time.now);
			return fetch(...args);
		}
	});
	await Promise.all(ids.slice(0, 17).map((id) => client.kpis([id], never())));
	expect(begun).toHaveLength(17);
	for (const [i, at] of begun.entries())
		if (i >= 5) expect(at - (begun[i - 5] ?? 0)).toBeGreaterThanOrEqual(1000);
});

test('[I9] 429 and 500 are tried again, as long as the source asks for it', async () => {
	const server = await koladaServer();
	const { client, time } = clientOf(server);
	server.fail('/kpi', { kind: 'status', status: 429, retryAfter: '7' }, 1);
	server.fail('/kpi', { kind: 'status', status: 429 }, 1);
	server.fail('/kpi', { kind: 'status', status: 500 }, 1);
	server.fail(
		'/kpi',
		{ kind: 'status', status: 503, retryAfter: new Date(time.now + 30_000).toUTCString() },
		1
	);
	expect(must(await client.kpis(['N11811'], never()))).toHaveLength(1);
	expect(server.asked).toHaveLength(5);
	expect(time.slept.slice(0, 3)).toEqual([7000, 2000, 4000]);
	expect(time.slept[3]).toBeGreaterThan(16_000);
	expect(time.slept[3]).toBeLessThanOrEqual(30_000);
});

test('[I9] what stays away is given up after five tries, with its reason', async () => {
	const server = await koladaServer();
	for (const [fault, why, tries] of [
		[{ kind: 'status', status: 500 }, 'failing', 5],
		[{ kind: 'status', status: 429 }, 'busy', 5],
		[{ kind: 'status', status: 429, retryAfter: '3600' }, 'busy', 1],
		[{ kind: 'status', status: 403 }, 'declined', 1],
		[{ kind: 'cut' }, 'unreachable', 5],
		[{ kind: 'html' }, 'notUnderstood', 1],
		[{ kind: 'body', body: '{"values":[{"id":7}]}' }, 'notUnderstood', 1],
		[{ kind: 'body', body: '[]' }, 'notUnderstood', 1],
		[{ kind: 'body', body: '' }, 'notUnderstood', 1],
		[{ kind: 'huge', bytes: 6 * 1024 * 1024 }, 'tooMuch', 1]
	] as const) {
		server.heal();
		server.asked.length = 0;
		server.fail('/kpi', fault);
		const { client } = clientOf(server);
		expect([fault, whyOf(await client.searchKpis('barn', 5, never()))]).toEqual([fault, why]);
		expect([fault, server.asked.length]).toEqual([fault, tries]);
	}
});

test('[I9] nobody there, and a name that does not exist: unreachable', async () => {
	const server = await koladaServer();
	await server.close();
	expect(whyOf(await clientOf(server).client.kpis(['N11811'], never()))).toBe('unreachable');
});

test('[I9] a cut connection is tried again', async () => {
	const server = await koladaServer();
	server.fail('/kpi', { kind: 'cut' }, 2);
	expect(must(await clientOf(server).client.kpis(['N11811'], never()))).toHaveLength(1);
});

test('[I9] a request has a time limit, and a person can stop it at once', async () => {
	const server = await koladaServer();
	server.fail('/kpi', { kind: 'slow', ms: 2000 });
	const limits = { request: 30, tries: 2 };
	const before = performance.now();
	expect(whyOf(await clientOf(server, { limits }).client.kpis(['N11811'], never()))).toBe('slow');
	const stop = new AbortController();
	setTimeout(() => stop.abort(), 20);
	expect(whyOf(await clientOf(server).client.kpis(['N11811'], stop.signal))).toBe('cancelled');
	const late = AbortSignal.timeout(20);
	expect(whyOf(await clientOf(server).client.kpis(['N11811'], late))).toBe('slow');
	expect(performance.now() - before).toBeLessThan(1500);
});

test('[I9] who is stopped while waiting does not hold up those behind', async () => {
	const server = await koladaServer();
	server.fail('/kpi/N11811', { kind: 'status', status: 429, retryAfter: '100' });
	const stop = new AbortController();
	const { client } = clientOf(server, {
		time: Object.assign(new TestClock(), { sleep })
	});
	const waiting = client.kpis(['N11811'], stop.signal);
	setTimeout(() => stop.abort(), 30);
	expect(whyOf(await waiting)).toBe('cancelled');
	expect(must(await client.kpis(['N11813'], never()))).toHaveLength(1);
});

test('[I9] a measure that is gone is absent and takes no other with it', async () => {
	const server = await koladaServer();
	server.gone.add('N15419');
	const { client } = clientOf(server);
	expect(must(await client.kpis(['N15419', 'N11811'], never())).map((k) => k.id)).toEqual([
		'N11811'
	]);
	expect(must(await client.kpis(['N15419'], never()))).toEqual([]);
	// A source that refuses all for the sake of one is asked one by one.
	server.fail('/kpi/N15419,N11811', { kind: 'status', status: 404 });
	server.fail('/kpi/N15419', { kind: 'status', status: 400 });
	expect(must(await client.kpis(['N15419', 'N11811'], never())).map((k) => k.id)).toEqual([
		'N11811'
	]);
});

test('[I1] marks, absences and zero are read as what they are; deleted rows are not there', () => {
	const read = (status: string | null, value: number | string | null, isdeleted = false) =>
		readValues([
			{
				kpi: 'N1',
				municipality: '2182',
				period: 2022,
				values: [{ gender: 'T', status, value, count: 1, isdeleted }]
			}
		]).map((v) => [v.status, v.value]);
	expect(read('', 0)).toEqual([['value', 0]]);
	expect(read('', 66.3)).toEqual([['value', 66.3]]);
	expect(read(null, 1)).toEqual([['value', 1]]);
	expect(read('Missing', null)).toEqual([['missing', null]]);
	expect(read('missing', 0)).toEqual([['missing', null]]);
	expect(read('', null)).toEqual([['missing', null]]);
	expect(read('..', null)).toEqual([['suppressed', null]]);
	expect(read('.', null)).toEqual([['notApplicable', null]]);
	expect(read('-', null)).toEqual([['missing', null]]);
	expect(read('', '..')).toEqual([['suppressed', null]]);
	expect(read('', '12')).toEqual([['missing', null]]);
	expect(read('Preliminär', 12)).toEqual([['value', 12]]);
	expect(read('', -0)).toEqual([['value', 0]]);
	expect(read('', 66.3, true)).toEqual([]);
});

test('[I1] genders are parts of the children, and all of them is no part', () => {
	const values = ['T', 'K', 'M', 'X'].map((gender, i) => ({
		gender,
		status: '',
		value: i + 1,
		count: 1,
		isdeleted: false
	}));
	const read = readValues([{ kpi: 'N1', municipality: '2182', period: 2022, values }]);
	expect(read.map((v) => [v.breakdown, v.value])).toEqual([
		['', 1],
		['flickor', 2],
		['pojkar', 3]
	]);
});

test('[I7] a mean is unweighted, over the members that have a value; of none it is missing', () => {
	const of = (place: string, value: number | null, breakdown = ''): ReadValue => ({
		kpiId: 'N1',
		place,
		breakdown,
		period: '2022',
		status: value === null ? 'missing' : 'value',
		value,
		count: 1
	});
	expect(meanOf([of('1', 10), of('2', 0.1), of('3', null)], 'g')).toEqual([
		{
			kpiId: 'N1',
			place: 'g',
			breakdown: '',
			period: '2022',
			status: 'value',
			value: 5.05,
			count: 2
		}
	]);
	expect(meanOf([of('1', 0), of('2', 0)], 'g')[0]).toMatchObject({
		status: 'value',
		value: 0,
		count: 2
	});
	expect(meanOf([of('1', null)], 'g')[0]).toMatchObject({
		status: 'missing',
		value: null,
		count: 0
	});
	expect(meanOf([of('1', 1, 'flickor'), of('1', 2)], 'g').map((v) => v.value)).toEqual([1, 2]);
	expect(meanOf([], 'g')).toEqual([]);
	const thirds = [of('1', 0.1), of('2', 0.2), of('3', 0.3)];
	expect(meanOf(thirds, 'g')).toEqual(meanOf([...thirds].reverse(), 'g'));
});

test('[I9] the values are those of the source', async () => {
	const server = await koladaServer();
	const { client } = clientOf(server);
	const rows = must(
		await client.data(
			{ kpis: ['N15419'], municipalities: ['2182', '0000'], years: ['2022'] },
			never()
		)
	);
	expect(readValues(rows).map((v) => [v.place, v.breakdown, v.value])).toEqual([
		['2182', '', madeUp('N15419', '2182', '2022')],
		['2182', 'flickor', madeUp('N15419', '2182', '2022', 'K')],
		['2182', 'pojkar', madeUp('N15419', '2182', '2022', 'M')],
		['0000', '', madeUp('N15419', '0000', '2022')],
		['0000', 'flickor', madeUp('N15419', '0000', '2022', 'K')],
		['0000', 'pojkar', madeUp('N15419', '0000', '2022', 'M')]
	]);
});
