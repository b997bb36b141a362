import { BODY_BYTES } from '#api/body.ts';
import { methodsAt, operationList } from '#api/operations.ts';
import { listAudit } from '#server/store/audit.ts';
import { listFigures } from '#server/store/indicators.ts';
import { municipality } from '#server/demo/people.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asObject, asText, type JsonObject } from './json-schema.ts';
import type { Answer, Ask } from './caller.ts';
import { startWorld, type World } from './world.ts';

/** What a request gets that is not one: nothing of it is done. */

let world: World;
let indicator: { id: string; version: number };
beforeAll(async () => {
	world = await startWorld();
	const { body } = await world.as('education', 'GET', '/indicators');
	indicator = (body?.['items'] as (typeof indicator)[])[0] ?? { id: '', version: 0 };
});
afterAll(() => world.close());

const problems = (answer: Answer) =>
	(answer.error['problems'] as JsonObject[]).map((p) => [p['field'], p['problem']]);
const put = (ask: Ask) => world.as('education', 'PUT', `/indicators/${indicator.id}/values`, ask);
const stored = () => world.app.read((tx) => listFigures(tx, municipality.id));
const good = { period: '2019', value: '14,7', source: 'Egen räkning' };

describe('a body that is no JSON', () => {
	const json = { 'content-type': 'application/json' };
	for (const [what, ask, rule] of [
		['cut off', { raw: '{"version": 1', headers: json }, 'json'],
		['empty', { headers: json }, 'json'],
		['no UTF-8', { raw: new Uint8Array([0x22, 0xff, 0x22]), headers: json }, 'json'],
		['a form', { raw: new URLSearchParams('version=1') }, 'contentType'],
		['plain text', { raw: '{}', headers: { 'content-type': 'text/plain' } }, 'contentType'],
		['of no type', { raw: new Uint8Array([0x7b, 0x7d]) }, 'contentType']
	] as [string, Ask, string][])
		test(`[O2] ${what} is refused as malformed`, async () => {
			const answer = await put(ask);
			expect([answer.status, answer.error['code'], answer.error['rule']]).toEqual([
				400,
				'malformed',
				rule
			]);
		});

	test('[O2] a body may say its charset', async () => {
		const answer = await put({
			raw: '{}',
			headers: { 'content-type': 'Application/JSON; charset=utf-8' }
		});
		expect(problems(answer)).toEqual([
			['version', 'missing'],
			['values', 'missing']
		]);
	});

	test('[O2] a body over the limit is not read to its end', async () => {
		let sent = 0;
		let cancelled = false;
		const endless = new ReadableStream<Uint8Array>({
			pull(controller) {
				sent += 65_536;
				controller.enqueue(new Uint8Array(65_536).fill(0x20));
			},
			cancel() {
				cancelled = true;
			}
		});
		const answer = await put({ raw: endless, headers: json });
		expect([answer.status, answer.error['limit']]).toEqual([413, 'body']);
		expect(sent).toBeLessThan(BODY_BYTES + 4 * 65_536);
		// Kit's server would close the connection and the client would never read why.
		expect(cancelled).toBe(false);
	});
});

describe('a value that is none', () => {
	test('[O2] [I1] is refused at its field, and nothing of the request is stored', async () => {
		const before = await stored();
		const answer = await put({
			json: {
				version: indicator.version,
				values: [
					good,
					{ ...good, value: 'fjorton' },
					{ ...good, period: '2020-21' },
					{ ...good, status: 'perhaps', source: ' ' },
					{ ...good, series: 'no-such-group' }
				]
			}
		});
		expect(answer.status).toBe(422);
		expect(problems(answer).sort()).toEqual(
			[
				['values.1.value', 'number'],
				['values.2.period', 'period'],
				['values.3.source', 'missing'],
				['values.3.status', 'unknown'],
				['values.4.series', 'unknown']
			].sort()
		);
		expect(await stored()).toEqual(before);
	});

	test('[O2] is refused by its form before the law reads it', async () => {
		const before = await stored();
		const answer = await put({
			json: { version: '1', values: [{ ...good, value: true, perod: '2019' }, 7] }
		});
		expect(problems(answer)).toEqual([
			['version', 'number'],
			['values.0.value', 'type'],
			['values.0.perod', 'unexpected'],
			['values.1', 'type']
		]);
		expect(await stored()).toEqual(before);
	});

	test('[I1] null is no zero: a number is needed where the status says that there is one', async () => {
		const answer = await put({
			json: { version: indicator.version, values: [{ ...good, value: null }] }
		});
		expect(problems(answer)).toEqual([['values.0.value', 'number']]);
	});

	test('[S10] the values of who has not seen the newest are refused as moved', async () => {
		const stale = await put({ json: { version: indicator.version + 1, values: [good] } });
		expect([stale.status, stale.error['happened']]).toEqual([409, 'valueChanged']);
	});
});

test('[O2] a report that cannot be is refused at its fields, and none is made', async () => {
	const before = await world.as('coordinator', 'GET', '/reports');
	const answer = await world.as('coordinator', 'POST', '/reports', {
		json: { title: ' ', reportYear: 1066, variant: 'huge', authorityId: 'other-authority' }
	});
	expect(problems(answer)).toEqual([
		['authorityId', 'unknown'],
		['reportYear', 'period'],
		['title', 'length'],
		['variant', 'unknown']
	]);
	expect((await world.as('coordinator', 'GET', '/reports')).body).toEqual(before.body);
});

test('[O1] a report is made with 201, and Location leads to it', async () => {
	const made = await world.as('coordinator', 'POST', '/reports', {
		json: { title: 'Barnbokslut 2024', reportYear: 2024, variant: 'municipal' }
	});
	expect(made.status).toBe(201);
	const location = made.headers.get('location') ?? '';
	expect(location).toMatch(/^\/api\/v1\/reports\//);
	const read = await world.as('coordinator', 'GET', location.replace('/api/v1', ''));
	expect(read.body).toEqual(made.body);
	const id = asText(made.body?.['id']);
	const events = await world.app.read((tx) => listAudit(tx, id));
	expect(events.map((e) => e.act)).toEqual(['report.create']);
});

test('[O2] keys that mean something to JavaScript mean nothing here', async () => {
	const before = await stored();
	for (const key of ['__proto__', 'constructor', 'prototype'])
		for (const raw of [
			`{"version": 1, "values": [], "${key}": {"polluted": true}}`,
			`{"version": 1, "values": [{"period": "2019", "source": "x", "${key}": {"status": "x"}}]}`,
			`{"${key}": {"version": ${indicator.version}, "values": []}}`
		]) {
			const answer = await put({ raw, headers: { 'content-type': 'application/json' } });
			expect([409, 422]).toContain(answer.status);
		}
	const query = await world.as('education', 'GET', '/reports?__proto__=x&constructor=y');
	expect(query.status).toBe(200);
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect(({} as JsonObject)['polluted']).toBeUndefined();
	expect(await stored()).toEqual(before);
});

describe('what the reader reads', () => {
	test('[M3] a refusal is told in the language that was asked for, Swedish without', async () => {
		const told = async (lang?: string) =>
			world.as(null, 'GET', '/reports', lang ? { headers: { 'accept-language': lang } } : {});
		const swedish = await told();
		const english = await told('en-GB,en;q=0.9');
		expect(swedish.error['message']).toContain('inloggning');
		expect(swedish.headers.get('content-language')).toBe('sv');
		expect(english.error['message']).toContain('sign-in');
		expect(english.headers.get('content-language')).toBe('en');
		expect((await told('sv,en')).error).toEqual(swedish.error);
		expect((await told('fi')).error).toEqual(swedish.error);
		expect(swedish.error['code']).toBe(english.error['code']);
	});

	test('[M3] each field’s problem has its own sentence in both languages', async () => {
		const json = { version: 'x', values: 'y', more: 1 };
		const [sv, en] = await Promise.all(
			['sv', 'en'].map(async (lang) => {
				const { error } = await put({ json, headers: { 'accept-language': lang } });
				return (error['problems'] as JsonObject[]).map((p) => asText(p['message']));
			})
		);
		expect(new Set(sv).size).toBe(3);
		expect(en?.every((sentence, i) => sentence.length > 5 && sentence !== sv?.[i])).toBe(true);
	});
});

describe('an address', () => {
	test('[O1] that is nothing answers 404 as JSON, whatever the method', async () => {
		for (const path of ['', '/', '/nothing', '/reports/x/y/z', '/sections', '/../login'])
			for (const method of ['GET', 'POST', 'DELETE']) {
				const answer = await world.as('coordinator', method, path.replace('/../', '/%2e%2e%2f'));
				expect([path, answer.status, answer.error['code']]).toEqual([path, 404, 'notFound']);
			}
	});

	test('[O1] that lacks the method answers 405 with those that it has', async () => {
		for (const [, { path }] of operationList) {
			const allowed = methodsAt(path);
			for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
				if (allowed.includes(method)) continue;
				const answer = await world.as('coordinator', method, path.replace('{id}', 'x'));
				expect([path, answer.status, answer.headers.get('allow')]).toEqual([
					path,
					405,
					allowed.join(', ')
				]);
				expect(asObject(answer.body)['error']).toMatchObject({ code: 'methodNotAllowed' });
			}
		}
	});
});
