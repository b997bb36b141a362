import { operationList } from '#api/operations.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../routes/world.ts';

/** Bodies that are made to hurt who reads them. */

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const DEEP = 500_000;
const BODIES: Record<string, string> = {
	'deep lists': '['.repeat(DEEP) + ']'.repeat(DEEP),
	'deep objects': '{"a":'.repeat(150_000) + '1' + '}'.repeat(150_000),
	'deep, and cut off': '['.repeat(DEEP),
	'deep in a field': `{"title":${'['.repeat(DEEP / 2)}${']'.repeat(DEEP / 2)}}`,
	prototype: '{"__proto__":{"polluted":true},"title":{"__proto__":{"polluted":true}}}',
	constructor: '{"constructor":{"prototype":{"polluted":true}}}',
	'a million keys of one name': `{${'"a":1,'.repeat(100_000)}"a":1}`,
	'a number beyond all': '{"seq":1e999,"reportYear":-1e999}'
};

test('[O2] a body that is deep, or names a prototype, is refused by every operation and changes no object', async () => {
	for (const [id, { method, path, body }] of operationList) {
		if (method === 'GET' || body === null) continue;
		const address = path.replace(/\{\w+\}/g, 'none');
		for (const [name, raw] of Object.entries(BODIES)) {
			const headers = { 'content-type': 'application/json' };
			const answer = await world.as('coordinator', method, address, { raw, headers });
			// Where all fields may be left out, the object itself is one that is understood.
			expect([id, name, answer.status]).toEqual([
				id,
				name,
				expect.toSatisfy((status: number) => [400, 404, 413, 422].includes(status))
			]);
		}
	}
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	expect(Object.keys(Object.prototype)).toEqual([]);
});
