import { afterEach, beforeEach, expect, test } from 'vitest';
import { asObject, asText } from './json-schema.ts';
import { startWorld, type World } from './world.ts';

/** Reports of each kind through the API: what older clients send still makes what it made. */

let world: World;
beforeEach(async () => {
	world = await startWorld();
});
afterEach(() => world.close());

const make = (json: unknown) => world.as('coordinator', 'POST', '/reports', { json });

test('[O1] a report without a template is the barnbokslut that it was before there were others', async () => {
	const made = await make({ title: 'Barnbokslut 2024', reportYear: 2024, variant: 'board' });
	expect(made.status).toBe(201);
	expect(made.body).toMatchObject({
		title: 'Barnbokslut 2024',
		kind: 'barnbokslut',
		meta: {},
		template: { key: 'barnbokslut', version: 2 },
		variant: 'board'
	});
	expect(asObject(made.body)['sections']).toHaveLength(23);
});

test('[O1] an answer to an interpellation is made of its meta, which makes its title', async () => {
	const meta = {
		number: '2016:21',
		asker: 'Jan Jönsson',
		party: 'L',
		subject: 'barn som far illa'
	};
	const made = await make({ template: 'interpellationssvar', reportYear: 2016, meta });
	expect(made.status).toBe(201);
	expect(made.body).toMatchObject({
		title: 'Svar på interpellation (2016:21) av Jan Jönsson (L) om barn som far illa',
		kind: 'interpellationReply',
		meta,
		template: { key: 'interpellationssvar', version: 1 }
	});
	const { id } = asObject(made.body);
	expect((await world.as('coordinator', 'GET', `/reports/${asText(id)}`)).body).toMatchObject({
		meta
	});
});

test('[O2] what is not understood is refused at its field', async () => {
	const refused = async (json: unknown) => {
		const { status, body } = await make(json);
		expect(status).toBe(422);
		return JSON.stringify(body);
	};
	const base = { title: 'En rapport', reportYear: 2024 };
	expect(await refused({ ...base, template: 'nothing' })).toContain('"template"');
	expect(await refused(base)).toContain('"variant"');
	expect(await refused({ ...base, template: 'genomlysning', meta: { colour: 'red' } })).toContain(
		'colour'
	);
	expect(
		await refused({ ...base, template: 'genomlysning', meta: { date: '2024-02-30' } })
	).toContain('meta.date');
	expect(await refused({ reportYear: 2024, template: 'genomlysning' })).toContain('"title"');
	expect(await refused({ reportYear: 2024, template: 'interpellationssvar' })).toContain(
		'meta.subject'
	);
});
