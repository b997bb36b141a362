import { operationList } from '#api/operations.ts';
import { expect, test } from 'vitest';
import { description, routes } from './caller.ts';
import { asObject, asText, misfits, resolve, type Json } from './json-schema.ts';
import { startWorld } from './world.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

test('[O1] every route file is in the table, and the table in the route files', () => {
	const inFiles = routes
		.filter(({ path }) => path !== '/[...path]')
		.flatMap(({ path, module }) =>
			Object.keys(module)
				.filter((name) => METHODS.includes(name))
				.map((m) => `${m} ${path}`)
		);
	const inTable = operationList.map(([, { method, path }]) => `${method} ${path}`);
	expect(inFiles.sort()).toEqual(inTable.sort());
	expect(routes.filter(({ module }) => !module['fallback'])).toEqual([]);
});

test('[O1] the description holds every operation, by its own id, and is what is served', async () => {
	const world = await startWorld();
	const served = await world.as(null, 'GET', '/openapi.json');
	await world.close();
	expect(served.body).toEqual(description);
	const described = Object.entries(asObject(description['paths'])).flatMap(([path, methods]) =>
		Object.entries(asObject(methods)).map(([method, o]) => [
			asObject(o)['operationId'],
			method.toUpperCase(),
			path
		])
	);
	expect(described.sort()).toEqual(operationList.map(([id, o]) => [id, o.method, o.path]).sort());
});

/** Every `$ref` in a document. */
function refs(value: Json): string[] {
	if (Array.isArray(value)) return value.flatMap(refs);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) =>
		key === '$ref' ? [asText(one)] : refs(one)
	);
}

test('[O1] every reference of the description leads somewhere', () => {
	const all = refs(description);
	expect(all.length).toBeGreaterThan(50);
	for (const ref of all) expect(() => resolve(ref, description), ref).not.toThrow();
});

test('[O1] the check of answers finds what does not fit', () => {
	const lock = { $ref: '#/components/schemas/Lock' };
	const good = { why: 'submitted', by: null, since: 1, opensBy: 'coordinator' };
	expect(misfits(lock, good, description)).toEqual([]);
	expect(misfits(lock, { ...good, since: 1.5 }, description)).toHaveLength(1);
	expect(misfits(lock, { ...good, why: 'tired' }, description)).toHaveLength(1);
	expect(misfits(lock, { why: 'submitted', by: null, since: 1 }, description)).toHaveLength(1);
	const request = { $ref: '#/components/schemas/SubmitSectionRequest' };
	expect(misfits(request, { seq: 1, more: true }, description)).toHaveLength(1);
});
