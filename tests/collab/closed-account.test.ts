import { CLOSES } from '#collab/closes.ts';
import { lateContribution } from '#server/store/schema.ts';
import { expect, test } from 'vitest';
import { by, must } from '../support/act.ts';
import { lastNote, until } from '../support/client.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';

/**
 * U6 with an open socket: what an administrator does to an account reaches who writes, without a reload.
 * The next beat, at which all are judged anyway, is 15 seconds away.
 */
const world = eachWithServer();
const MOST = 1000 * 8;
const admin = by('administrator');

/** Types until it stands in the store, so that the line is at work. */
async function writing(id: string) {
	const client = await world.join(id, 'culture');
	client.type('före ');
	await until(async () => (await world.stored(id)).includes('före '), 'stored');
	return client;
}

async function soon(condition: () => boolean, what: string) {
	const begun = Date.now();
	await until(condition, what);
	expect(Date.now() - begun, what).toBeLessThan(MOST);
}

test('[U6] [A6] who is closed while typing is put out at once, and nothing more of theirs goes in', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const client = await writing(id);
	const other = await world.join(id, 'coordinator');
	must(await app.commands.closePerson({ by: admin, personId: by('culture') }));
	client.type('efteråt ');
	await soon(() => client.closed?.code === CLOSES.notSignedIn.code, 'closed');
	other.type('vidare ');
	await until(async () => (await world.stored(id)).includes('vidare '), 'others go on');
	expect(await world.stored(id)).toContain('före ');
	expect(await world.stored(id)).not.toContain('efteråt ');
	// The same cookie opens nothing, and no new one is to be had.
	const again = await world.join(id, null, {
		cookie: await world.server.cookie('culture'),
		wait: false
	});
	await until(() => again.closed?.code === CLOSES.notSignedIn.code, 'turned away');
	expect((await app.accounts.signIn('kultur@demo.example', 'barnbokslut')).ok).toBe(false);
});

test('[U6] [A6] [L1] who loses the role goes on reading, and what they type meanwhile is kept beside', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const client = await writing(id);
	// Writers of the authority read what is not theirs (A4).
	const social = 'demo-socialtjansten';
	must(
		await app.commands.setGrants({
			by: admin,
			personId: by('culture'),
			grants: [{ role: 'writer', departmentId: social }]
		})
	);
	client.type('sent ');
	await soon(() => lastNote(client, 'refused') !== undefined, 'refused');
	await soon(() => lastNote(client, 'state')?.mayEdit === false, 'judged anew');
	expect(client.closed ?? null).toBeNull();
	expect(await world.stored(id)).not.toContain('sent ');
	await until(async () => {
		const kept = await app.read(async (tx) => tx.db.select().from(lateContribution).all());
		return kept.some((row) => row.sectionId === id && row.personId === by('culture'));
	}, 'kept');
});

test('[U6] [A6] a person who is signed out everywhere stops writing, and comes back by signing in', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const [one, two] = [await writing(id), await world.join(id, 'culture')];
	const ended = must(await app.commands.endPersonSessions({ by: admin, personId: by('culture') }));
	expect(ended.sessions).toBe(1);
	for (const client of [one, two])
		await soon(() => client.closed?.code === CLOSES.notSignedIn.code, 'closed');
	const fresh = must(await app.accounts.signIn('kultur@demo.example', 'barnbokslut'));
	const back = await world.join(id, null, { cookie: fresh.cookie.split(';')[0] ?? '' });
	back.type('åter ');
	await until(async () => (await world.stored(id)).includes('åter '), 'writes again');
});
