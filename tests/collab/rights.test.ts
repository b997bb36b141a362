import { CLOSES } from '#collab/closes.ts';
import { SCHEMA_VERSION } from '#schema/version.ts';
import { getSession, listSessions } from '#server/store/sessions.ts';
import { expect, test } from 'vitest';
import { by, must, sectionNow } from '../support/act.ts';
import { lastNote, until, type Client } from '../support/client.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';

/**
 * A6: what changes while a socket is open. That it takes less than a second follows from the order of
 * events: the notice comes of itself after the act, and the next beat is 15 seconds away.
 */
const world = eachWithServer();
const BEFORE_A_BEAT = 1000;

/** The moment at which something became true for this client; it must not have needed a beat. */
async function soon(condition: () => boolean, what: string): Promise<void> {
	const begun = Date.now();
	await until(condition, what);
	expect(Date.now() - begun, what).toBeLessThan(BEFORE_A_BEAT * 8);
}

const mayEdit = (client: Client) => lastNote(client, 'state')?.mayEdit;

test('[A6] a department that is moved away from a section stops writing in it, and the new one begins', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const culture = await world.join(id, 'culture');
	const social = await world.join(id, 'social');
	expect([mayEdit(culture), mayEdit(social)]).toEqual([true, false]);
	const other = await sectionNow(app, await sectionId(app, 'units.social'));
	const { version } = await sectionNow(app, id);
	must(
		await app.commands.changeSection({
			by: by('coordinator'),
			sectionId: id,
			version,
			departmentId: other.departmentId
		})
	);
	await soon(() => mayEdit(culture) === false && mayEdit(social) === true, 'judged anew');
	culture.type('borta ');
	social.type('här ');
	await until(() => lastNote(culture, 'refused') !== undefined, 'refused');
	await until(async () => (await world.stored(id)).includes('här '), 'written');
	expect(await world.stored(id)).not.toContain('borta ');
});

test('[A6] a section that is shared opens to its new writers without a reload', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const social = await world.join(id, 'social');
	const { departmentId } = await sectionNow(app, await sectionId(app, 'units.social'));
	const { version } = await sectionNow(app, id);
	must(
		await app.commands.changeSection({
			by: by('coordinator'),
			sectionId: id,
			version,
			sharedWith: departmentId === null ? [] : [departmentId]
		})
	);
	await soon(() => mayEdit(social) === true, 'may write');
	social.type('delat ');
	await until(async () => (await world.stored(id)).includes('delat '), 'written');
});

test('[A6] each session ends by itself: the other of the same person goes on', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const stays = await world.join(id, 'culture');
	const before = await app.read((tx) => listSessions(tx, by('culture')));
	const again = must(await app.accounts.signIn('kultur@demo.example', 'barnbokslut'));
	const cookie = again.cookie.split(';')[0] ?? '';
	const leaves = await world.join(id, 'culture', { cookie });
	const after = await app.read((tx) => listSessions(tx, by('culture')));
	const second = after.find((s) => !before.some((b) => b.idHash === s.idHash));
	must(await app.commands.endSession({ idHash: second?.idHash ?? '' }));
	await soon(() => leaves.closed?.code === CLOSES.notSignedIn.code, 'closed');
	stays.type('kvar ');
	await until(async () => (await world.stored(id)).includes('kvar '), 'goes on');
	expect(await app.read((tx) => getSession(tx, second?.idHash ?? ''))).toBeUndefined();
});

test('[A6] a document that is rebuilt closes its sockets as of another epoch, and nothing of the old one goes in', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const old = await world.join(id, 'culture', {
		params: { schema: String(SCHEMA_VERSION), epoch: '1' }
	});
	old.type('före ');
	await until(async () => (await world.stored(id)).includes('före '), 'stored');
	const { epoch } = must(
		await app.commands.rebuildSection({ by: by('coordinator'), sectionId: id, reason: 'Städning' })
	);
	await soon(() => old.closed?.code === CLOSES.otherEpoch.code, 'closed');
	const fresh = await world.join(id, 'culture', {
		params: { schema: String(SCHEMA_VERSION), epoch: String(epoch) }
	});
	fresh.type('efter ');
	await until(async () => (await world.stored(id)).includes('efter '), 'written in the new epoch');
	expect((await world.stored(id)).match(/före /g)).toHaveLength(1);
});

test('[A6] [W3] a client of an older program is turned away when it comes back after an upgrade', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const older = await world.join(id, 'culture', {
		params: { schema: String(SCHEMA_VERSION - 1) },
		wait: false
	});
	await soon(() => older.closed?.code === CLOSES.oldSchema.code, 'closed');
	expect(older.notes).toEqual([]);
});

test('[A6] a right that changes while somebody comes in is the one that counts', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const departments = {
		culture: (await sectionNow(app, id)).departmentId,
		social: (await sectionNow(app, await sectionId(app, 'units.social'))).departmentId
	};
	for (let round = 0; round < 20; round++) {
		const { version } = await sectionNow(app, id);
		const departmentId = round % 2 === 0 ? departments.social : departments.culture;
		const changing = app.commands.changeSection({
			by: by('coordinator'),
			sectionId: id,
			version,
			departmentId
		});
		const client = await world.join(id, 'culture');
		must(await changing);
		await until(() => mayEdit(client) === (round % 2 === 1), `round ${round}`);
		client.destroy();
	}
});

test('[A6] [W2] a page that was made for one person is turned away when another has signed in since', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const params = { schema: String(SCHEMA_VERSION), person: by('culture') };
	const page = await world.join(id, 'culture', { params });
	page.provider.disconnect();
	page.type('öppet sedan förut ');
	// The same browser, the same page, another person's cookie.
	const cookie = await world.server.cookie('coordinator');
	const again = await world.join(id, null, { params, cookie, doc: page.doc, wait: false });
	await until(() => again.closed?.code === CLOSES.notSignedIn.code, 'turned away');
	expect(again.notes).toEqual([]);
	expect(await world.stored(id)).not.toContain('öppet sedan förut');
});
