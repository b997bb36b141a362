import { hashPassword, verifyPassword } from '#server/accounts/password.ts';
import { openAccounts } from '#server/accounts/accounts.ts';
import { people } from '#server/demo/people.ts';
import { insertPerson } from '#server/store/people.ts';
import { openStore } from '#server/store/store.ts';
import { municipality, person } from '#server/store/schema.ts';
import { inlineWriter } from '#server/writer/inline.ts';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { until } from '../support/client.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';

const world = eachWithServer();
const from = { cookie: null, device: '' };
const header = (setCookie: string) => setCookie.split(';')[0] ?? '';
const FRESH = 'sju sjösjuka sjömän';

test('[U1] [A6] a new password wants the present one, and ends all other sessions in open sockets too', async () => {
	const { app } = world.server;
	const { email } = people.education;
	const signIn = async (password: string) =>
		header(must(await app.accounts.signIn(email, password, from)).cookie);
	const [here, there] = [await signIn('barnbokslut'), await signIn('barnbokslut')];
	const sessionHash = (await app.accounts.validate(here))?.sessionHash ?? '';
	const id = await sectionId(app, 'units.education');
	const stays = await world.join(id, 'education', { cookie: here });
	const goes = await world.join(id, 'education', { cookie: there });
	const change = (present: string, password: string) =>
		app.accounts.changePassword({ by: by('education'), sessionHash, present, password });
	for (const wrong of ['fel lösenord', '', FRESH, 'barnbokslut\0', 'x'.repeat(1 << 20)])
		expect(refusalOf(await change(wrong, FRESH))).toEqual({ code: 'wrongCredentials' });
	expect(refusalOf(await change('barnbokslut', 'kort'))).toMatchObject({
		problems: [{ field: 'password', problem: 'short' }]
	});
	expect(goes.closed).toBeNull();
	expect(must(await change('barnbokslut', FRESH))).toEqual({ ended: 1 });
	await until(() => goes.closed !== null, 'the other socket is closed');
	expect(stays.closed).toBeNull();
	expect(await app.accounts.validate(there)).toBeNull();
	expect(await app.accounts.validate(here)).not.toBeNull();
	expect((await app.accounts.signIn(email, 'barnbokslut', from)).ok).toBe(false);
	// Signing out in one place ends the socket there.
	must(await app.accounts.signOut(here));
	await until(() => stays.closed !== null, 'the socket is closed');
});

test('[U1] of two new passwords at once one wins, and a closed or unknown person changes none', async () => {
	const { app } = world.server;
	const cookie = await world.server.cookie('culture');
	const sessionHash = (await app.accounts.validate(cookie))?.sessionHash ?? '';
	const change = (who: string, password: string) =>
		app.accounts.changePassword({ by: who, sessionHash, present: 'barnbokslut', password });
	const both = await Promise.all([
		change(by('culture'), `${FRESH} ett`),
		change(by('culture'), `${FRESH} två`)
	]);
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	const lost = both.find(({ ok }) => !ok);
	expect(lost && refusalOf(lost)).toMatchObject({ code: 'moved' });
	expect(refusalOf(await change('nobody', FRESH))).toEqual({ code: 'wrongCredentials' });
	must(await app.commands.closePerson({ by: by('administrator'), personId: by('social') }));
	expect((await change(by('social'), FRESH)).ok).toBe(false);
});

test('[U2] every sign-in that fails does the same work: one derivation of the same cost, and one look-up', async () => {
	const store = openStore({ file: ':memory:', migrations: resolve('drizzle') });
	onTestFinished(() => store.close());
	const held: string[] = [];
	const context = () => ({ now: 0, newId: randomUUID, renderEdition: () => '' });
	const accounts = openAccounts({
		store,
		writer: inlineWriter(store, context),
		secure: false,
		origin: 'http://localhost',
		clock: () => 0,
		mails: () => ({ server: null, sendNow: async () => 'notConfigured' as const }),
		onBug: (error) => {
			throw error;
		},
		verify: async (phc, password) => {
			held.push(phc.slice(0, phc.lastIndexOf('$', phc.lastIndexOf('$') - 1)));
			return verifyPassword(phc, password);
		}
	});
	const passwordHash = await hashPassword('barnbokslut');
	await store.read(async (tx) => {
		tx.db.insert(municipality).values({ id: 'm', name: 'M', createdAt: 0 }).run();
		const one = { municipalityId: 'm', name: 'Namn', createdAt: 0 };
		await insertPerson(tx, { ...one, id: 'known', email: 'known@m.se', passwordHash });
		await insertPerson(tx, { ...one, id: 'none', email: 'none@m.se', passwordHash: null });
		await insertPerson(tx, { ...one, id: 'closed', email: 'closed@m.se', passwordHash });
		tx.db.update(person).set({ active: false }).where(eq(person.id, 'closed')).run();
	});
	for (const [email, password] of [
		...[
			['known@m.se', 'fel lösenord'],
			['none@m.se', 'barnbokslut'],
			['none@m.se', '']
		],
		...[
			['closed@m.se', 'barnbokslut'],
			['unknown@m.se', 'barnbokslut'],
			['', '']
		],
		...[
			['known@m.se', 'x'.repeat(1 << 20)],
			['unknown@m.se', 'x'.repeat(1 << 20)]
		]
	] as [string, string][]) {
		held.length = 0;
		const answer = await accounts.signIn(email, password, from);
		expect(refusalOf(answer)).toEqual({ code: 'wrongCredentials' });
		expect([email, held]).toEqual([email, ['$argon2id$v=19$m=19456,t=2,p=1']]);
	}
	must(await accounts.signIn('known@m.se', 'barnbokslut', from));
});
