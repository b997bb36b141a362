import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { edition, indicatorValue, sender } from '#server/store/schema.ts';
import { loadActor } from '#server/store/people.ts';
import { expect, test } from 'vitest';
import { must } from '../support/act.ts';
import { demoApp, emptyApp } from '../support/app.ts';

const PASSWORD = 'en lång mening som ingen gissar';

test('[M3] a new installation is told what to do first; each step is done when it is there', async () => {
	const app = await emptyApp();
	const link = await app.accounts.firstAdministratorLink();
	const made = must(
		await app.accounts.createFirstAdministrator({
			token: link?.split('/').at(-1) ?? '',
			municipality: 'Provkommun',
			authority: 'Kommunstyrelsen',
			name: 'Första Person',
			email: 'forsta@prov.example',
			password: PASSWORD
		})
	);
	const signedIn = await app.accounts.validate(made.cookie.split(';')[0] ?? '');
	const actor = signedIn?.actor ?? null;
	const steps = must(await app.views.firstSteps(actor, null));
	expect(steps?.isYoung).toBe(true);
	expect(steps?.steps.filter(({ done }) => done)).toEqual([]);
	expect(steps?.steps.map(({ step, href }) => [step, href])).toEqual([
		['organisation', '/settings/organisation'],
		['people', '/settings/people'],
		['sender', '/settings/sender'],
		['figures', '/indicators'],
		['report', '/reports/new'],
		['owners', null],
		['deadlines', null],
		['submitted', null]
	]);
	expect(must(await app.views.firstSteps(null, null))).toBeNull();
});

test('[M3] [A8] who only writes or reads is told of no steps; what is published is no new installation', async () => {
	const app = await demoApp();
	const stepsOf = async (person: DemoPersonKey) =>
		must(
			await app.views.firstSteps(await app.read((tx) => loadActor(tx, people[person].id)), null)
		);
	for (const person of ['education', 'councilMember'] as const)
		expect(await stepsOf(person)).toBeNull();
	const here = await stepsOf('coordinator');
	expect(here?.isYoung).toBe(false);
	// A coordinator does not give accounts: the step has no address for them.
	expect(here?.steps.find(({ step }) => step === 'people')).toMatchObject({
		done: true,
		href: null
	});
	const done = async () =>
		(await stepsOf('administrator'))?.steps.flatMap(({ step, done: is }) => (is ? [step] : []));
	const before = (await done()) ?? [];
	expect(before).toEqual(
		expect.arrayContaining(['organisation', 'people', 'figures', 'report', 'owners'])
	);
	// A database in memory has one connection, which takes writes too.
	await app.read(async (tx) => {
		tx.db.delete(indicatorValue).run();
		tx.db.delete(sender).run();
	});
	expect(await done()).toEqual(before.filter((step) => step !== 'figures' && step !== 'sender'));
	expect((await app.read(async (tx) => tx.db.select().from(edition).all())).length).toBe(1);
});
