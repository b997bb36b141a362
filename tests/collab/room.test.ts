import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { SCHEMA_VERSION } from '#schema/version.ts';
import { listLate } from '#server/store/late.ts';
import { documentBytes } from '#server/store/log.ts';
import { getSection } from '#server/store/sections.ts';
import { people } from '#server/demo/people.ts';
import { encodeAwareness } from '#server/collab/presence.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '#collab/limits.ts';
import { connect, firstText, lastNote, until, type Client } from '../support/client.ts';
import { sectionId, startServer, type TestServer } from '../support/server.ts';
import { must } from '../support/act.ts';

let server: TestServer;
let clients: Client[];

beforeEach(async () => {
	server = await startServer();
	clients = [];
});
afterEach(async () => {
	for (const client of clients) client.destroy();
	await server.close();
});

async function join(...args: Parameters<typeof connect> extends [unknown, ...infer R] ? R : never) {
	const client = await connect(server, ...args);
	clients.push(client);
	return client;
}

/** The text as it is on disk. */
const stored = (id: string) =>
	server.app.read(async (tx) => {
		const section = await getSection(tx, id);
		if (!section) throw new Error('no section');
		return plainText(docJson(loadDoc((await documentBytes(tx, section)).parts)));
	});

const submit = async (id: string, by: keyof typeof people) => {
	const seq = await server.app.read(async (tx) => (await getSection(tx, id))?.seq ?? 0);
	const done = await server.app.commands.submitSection({
		by: people[by].id,
		sectionId: id,
		seenSeq: seq
	});
	expect(done.ok).toBe(true);
};

test('[W1] a stock y-websocket client connects, writes, and another reads it', async () => {
	const id = await sectionId(server.app, 'figures.leisure');
	const a = await join(id, 'culture');
	const b = await join(id, 'education');
	a.type('Hej ');
	await until(() => b.text().includes('Hej '), 'the text at the other');
	expect(await stored(id)).toContain('Hej ');
});

test('[D1] an acknowledgement names what is stored, and comes after the store', async () => {
	const id = await sectionId(server.app, 'figures.leisure');
	const a = await join(id, 'culture');
	await until(() => lastNote(a, 'ack') !== undefined, 'the ack of the first sync');
	const before = lastNote(a, 'ack')?.count ?? 0;
	a.type('ett');
	a.type('två');
	await until(() => (lastNote(a, 'ack')?.count ?? 0) === before + 2, 'both acknowledged');
	expect(await stored(id)).toContain('tvåett');
});

test('[S3] a submitted section refuses an edit from every role, and nobody sees it', async () => {
	const id = await sectionId(server.app, 'figures.economy');
	for (const person of ['social', 'coordinator', 'education', 'administrator'] as const) {
		const writer = await join(id, person);
		const other = await join(id, 'social');
		const before = other.text();
		writer.type('SMUGGELGODS');
		await until(() => lastNote(writer, 'refused') !== undefined, `${person} is refused`);
		expect(lastNote(writer, 'refused')?.refusal).toMatchObject({
			code: 'locked',
			lock: { why: 'submitted', by: people.social.name, opensBy: 'coordinator' }
		});
		expect(other.text()).toBe(before);
		expect(await stored(id)).not.toContain('SMUGGELGODS');
		writer.destroy();
		other.destroy();
	}
});

test('[L1] what meets a lock is kept with its author, its text and what locked it', async () => {
	const id = await sectionId(server.app, 'figures.economy');
	const writer = await join(id, 'social');
	writer.type('För sent skrivet. ');
	await until(() => lastNote(writer, 'refused') !== undefined, 'the refusal');
	const late = await server.app.read((tx) => listLate(tx, id, null));
	expect(late).toHaveLength(1);
	expect(late[0]).toMatchObject({ personId: people.social.id, why: 'locked' });
	expect(late[0]?.text).toContain('För sent skrivet. ');
	expect(late[0]?.id).toBe(lastNote(writer, 'refused')?.lateId);
});

test('[W8] a keystroke in flight when the section is submitted is refused, the ones before it are in the approved text', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const writer = await join(id, 'culture');
	writer.type('före ');
	await until(async () => (await stored(id)).includes('före '), 'the first word stored');
	const submitting = submit(id, 'culture');
	await submitting;
	writer.type('efter ');
	await until(() => lastNote(writer, 'refused') !== undefined, 'the refusal');
	expect(await stored(id)).toContain('före ');
	expect(await stored(id)).not.toContain('efter ');
});

test('[W8] a refused edit that is sent again after unlocking does not get in by that client', async () => {
	const id = await sectionId(server.app, 'figures.economy');
	const writer = await join(id, 'social');
	writer.type('zombie ');
	await until(() => lastNote(writer, 'refused') !== undefined, 'the refusal');
	const returned = await server.app.commands.returnSection({
		by: people.coordinator.id,
		sectionId: id,
		reason: 'Komplettera'
	});
	expect(returned.ok).toBe(true);
	writer.type('mer ');
	await until(() => writer.notes.filter((n) => n.type === 'refused').length === 2, 'again refused');
	expect(await stored(id)).not.toContain('zombie');
});

test('[A6] a lock reaches every open socket without a reload', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const a = await join(id, 'culture');
	const b = await join(id, 'coordinator');
	await submit(id, 'culture');
	await until(() => lastNote(a, 'state')?.lock?.why === 'submitted', 'the lock at the writer');
	await until(() => lastNote(b, 'state')?.state === 'submitted', 'the lock at the coordinator');
});

test('[A6] a session that ends closes its sockets', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const a = await join(id, 'culture');
	must(await server.app.accounts.signOut(await server.cookie('culture')));
	await until(() => a.closed?.code === 4401, 'closed');
});

test('[A3] a writer of another department reads and does not write', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const other = await join(id, 'education');
	expect(lastNote(other, 'state')?.mayEdit).toBe(false);
	other.type('inte mitt ');
	await until(() => lastNote(other, 'refused') !== undefined, 'the refusal');
	expect(lastNote(other, 'refused')?.refusal).toEqual({ code: 'forbidden', why: 'notYourSection' });
	expect(await stored(id)).not.toContain('inte mitt');
});

test('[W2] no session, no right to know of it and no such section end with a final code before any byte', async () => {
	const id = await sectionId(server.app, 'units.culture');
	for (const [person, section, code] of [
		[null, id, 4401],
		['councilMember', id, 4404],
		['culture', 'no-such-section', 4404]
	] as const) {
		const client = await join(section, person, { wait: false });
		await until(() => client.closed !== null, `closed with ${code}`);
		expect(client.closed?.code).toBe(code);
		expect(client.text()).toBe('');
		expect(client.notes).toEqual([]);
	}
});

test('[W2] a foreign or missing Origin is refused before the upgrade', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const cookie = await server.cookie('culture');
	for (const origin of [null, 'https://evil.example', `${server.origin}.evil.example`, 'null']) {
		const answer = await fetch(`http://localhost:${server.port}/collab/${id}`, {
			headers: { cookie, ...(origin === null ? {} : { origin }) }
		});
		// fetch cannot upgrade: the plain request only proves that there is no page.
		expect(answer.status).toBe(404);
		const { WebSocket } = await import('ws');
		const socket = new WebSocket(`${server.ws}/${id}`, {
			headers: { cookie, ...(origin === null ? {} : { origin }) }
		});
		const status = await new Promise<number | undefined>((resolve) => {
			socket.on('unexpected-response', (_req, res) => resolve(res.statusCode));
			socket.on('open', () => resolve(101));
			socket.on('error', () => undefined);
		});
		expect(status, String(origin)).toBe(403);
	}
});

test('[W3] an older schema and another epoch are closed before the first sync', async () => {
	const id = await sectionId(server.app, 'units.culture');
	for (const [params, code] of [
		[{ schema: String(SCHEMA_VERSION - 1) }, 4426],
		[{ schema: String(SCHEMA_VERSION), epoch: '7' }, 4409]
	] as const) {
		const client = await join(id, 'culture', { params, wait: false });
		await until(() => client.closed !== null, `closed with ${code}`);
		expect(client.closed?.code).toBe(code);
		expect(client.text()).toBe('');
	}
});

test('[W9] the server stamps name and person, and a client speaks for itself only', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const a = await join(id, 'culture');
	const b = await join(id, 'coordinator');
	a.provider.awareness.setLocalState({ user: { name: 'Kommundirektören' }, cursor: null });
	await until(() => b.provider.awareness.getStates().has(a.doc.clientID), 'the state at the other');
	const user = b.provider.awareness.getStates().get(a.doc.clientID)?.['user'] as { name: string };
	expect(user.name).toBe(people.culture.name);
	// An invented client, and the other's own id with another name, by the same socket.
	const forged = (clientId: number) =>
		encodeAwareness([{ clientId, clock: 99, state: '{"user":{"name":"Påhittad"}}' }]);
	for (const clientId of [4711, b.doc.clientID]) a.provider.ws?.send(forged(clientId).slice());
	a.type('tydligt ');
	await until(() => b.text().includes('tydligt '), 'the frames before it were read');
	const states = [...b.provider.awareness.getStates()];
	expect(states.map(([id]) => id)).not.toContain(4711);
	expect(JSON.stringify(states)).not.toContain('Påhittad');
});

test('[W11] a frame that is no frame closes that socket, and nothing else notices', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const a = await join(id, 'culture');
	const bad = await join(id, 'coordinator');
	for (const frame of [new Uint8Array([0, 2, 250]), new Uint8Array([77]), new Uint8Array([])]) {
		bad.closed = null;
		bad.provider.connect();
		await until(() => bad.provider.ws?.readyState === 1, 'open');
		bad.provider.ws?.send(frame);
		await until(() => bad.closed?.code === 4400, 'closed as malformed');
	}
	a.type('ostörd ');
	await until(async () => (await stored(id)).includes('ostörd '), 'the other goes on');
});

test('[W12] at rest the server tells the hash of the text, and the client has the same', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const a = await join(id, 'culture');
	a.type('vila ');
	await until(() => (lastNote(a, 'hash')?.seq ?? 0) > 1, 'the hash');
	expect(lastNote(a, 'hash')?.hash).toBe(hashOf(docJson(a.doc)));
});

test('[W5] a client id that somebody else wrote with is refused', async () => {
	const id = await sectionId(server.app, 'figures.leisure');
	const a = await join(id, 'culture');
	a.type('mitt ');
	await until(async () => (await stored(id)).includes('mitt '), 'stored');
	const forger = await join(id, 'coordinator');
	await until(() => forger.text().includes('mitt '), 'the same text');
	const own = forger.doc.clientID;
	forger.doc.clientID = a.doc.clientID;
	forger.type('förfalskat ');
	forger.doc.clientID = own;
	await until(() => lastNote(forger, 'refused') !== undefined, 'the refusal');
	expect(lastNote(forger, 'refused')?.refusal).toEqual({
		code: 'malformed',
		rule: 'clientOfAnother'
	});
	expect(await stored(id)).not.toContain('förfalskat');
});

test('[D4] what was typed without connection is sent at return, in the same page', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const a = await join(id, 'culture');
	a.provider.disconnect();
	a.type('offline ');
	a.provider.connect();
	await until(async () => (await stored(id)).includes('offline '), 'sent at return');
});

test('[L2] edits to an open section go in although another section of the same person is locked', async () => {
	const open = await sectionId(server.app, 'units.social');
	const locked = await sectionId(server.app, 'figures.economy');
	const a = await join(open, 'social');
	const b = await join(locked, 'social');
	a.provider.disconnect();
	b.provider.disconnect();
	a.type('går in ');
	b.type('går inte in ');
	a.provider.connect();
	b.provider.connect();
	await until(async () => (await stored(open)).includes('går in '), 'the open one');
	await until(() => lastNote(b, 'refused') !== undefined, 'the locked one');
	expect(await stored(locked)).not.toContain('går inte in');
});

test('[W4] a sync step 2 takes the same road as an update', async () => {
	const id = await sectionId(server.app, 'figures.economy');
	const offline = new Y.Doc();
	const first = await join(id, 'social', { doc: offline });
	first.provider.disconnect();
	first.type('bakvägen ');
	first.provider.connect();
	await until(() => lastNote(first, 'refused') !== undefined, 'the refusal');
	expect(await stored(id)).not.toContain('bakvägen');
});

test('[W6] an update that the store does not take is neither shown nor acknowledged, and goes in when it does', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const a = await join(id, 'culture');
	const b = await join(id, 'coordinator');
	await until(() => lastNote(a, 'ack') !== undefined, 'the first ack');
	const before = lastNote(a, 'ack')?.count ?? 0;
	// D5: a store with no room left.
	const pragma = (text: string) =>
		server.app.read(async (tx) => Object.values(tx.db.get<object>(`PRAGMA ${text}`))[0] as number);
	await pragma(`max_page_count = ${await pragma('page_count')}`);
	const long = 'väntar '.repeat(3000);
	a.type(long);
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(b.text()).not.toContain('väntar');
	expect(lastNote(a, 'ack')?.count).toBe(before);
	await pragma('max_page_count = 1000000');
	await until(() => b.text().includes('väntar'), 'shown when there is room');
	await until(() => (lastNote(a, 'ack')?.count ?? 0) === before + 1, 'acknowledged');
});

test('[W7] what is stored is what everybody got, the sender too', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const a = await join(id, 'culture');
	const b = await join(id, 'coordinator');
	a.type('ett ');
	a.doc.transact(() => firstText(a.doc).format(0, 3, { bold: {} }));
	b.type('två ');
	await until(() => a.text() === b.text() && a.text().includes('två '), 'the same at both');
	await until(async () => (await stored(id)).includes('två '), 'stored');
	const live = await server.app.read(async (tx) => {
		const section = await getSection(tx, id);
		return section && loadDoc((await documentBytes(tx, section)).parts);
	});
	expect(live && docJson(live)).toEqual(docJson(a.doc));
});

test('[S6] a locked section is read, and who is there is seen', async () => {
	const id = await sectionId(server.app, 'figures.economy');
	const a = await join(id, 'social');
	const b = await join(id, 'coordinator');
	expect(a.text()).not.toBe('');
	a.provider.awareness.setLocalState({ cursor: null });
	await until(() => b.provider.awareness.getStates().has(a.doc.clientID), 'presence');
	await until(
		() => (lastNote(b, 'presence')?.sections[id] ?? []).some((u) => u.id === people.social.id),
		'the outline knows'
	);
});

test('[L3] the author is told at once, with the id under which the text is kept', async () => {
	const id = await sectionId(server.app, 'figures.economy');
	const a = await join(id, 'social');
	a.type('Mitt tillägg. ');
	await until(() => lastNote(a, 'refused') !== undefined, 'told');
	const [kept] = await server.app.read((tx) => listLate(tx, id, people.social.id));
	expect(kept?.text).toContain('Mitt tillägg.');
	expect(lastNote(a, 'refused')).toMatchObject({ lateId: kept?.id, refusal: { code: 'locked' } });
});

test('[W10] a frame over the limit closes that socket with its code', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const a = await join(id, 'culture');
	const closed = new Promise<number>((resolve) =>
		a.provider.on('connection-close', (event) => resolve(event?.code ?? 0))
	);
	a.provider.ws?.send(new Uint8Array(LIMITS.frame + 4096));
	expect(await closed).toBe(1009);
	await until(() => a.provider.synced, 'back again');
});

test('[A6] a role that is withdrawn, and a section that is no longer shared, reach open sockets at once', async () => {
	const id = await sectionId(server.app, 'voices');
	const a = await join(id, 'culture');
	expect(lastNote(a, 'state')?.mayEdit).toBe(true);
	const section = await server.app.read((tx) => getSection(tx, id));
	const unshared = await server.app.commands.changeSection({
		by: people.coordinator.id,
		sectionId: id,
		version: section?.version ?? 0,
		sharedWith: []
	});
	expect(unshared.ok).toBe(true);
	await until(() => lastNote(a, 'state')?.mayEdit === false, 'no longer shared');
	const withdrawn = await server.app.commands.setGrants({
		by: people.administrator.id,
		personId: people.culture.id,
		grants: []
	});
	expect(withdrawn.ok).toBe(true);
	// Without a role the section does not exist for them (A8).
	await until(() => a.closed?.code === 4404, 'closed');
});

test('[W11] a bug in one room ends that room alone, and its sockets come back to the stored text', async () => {
	const id = await sectionId(server.app, 'units.culture');
	const other = await sectionId(server.app, 'units.social');
	const a = await join(id, 'culture');
	const b = await join(other, 'social');
	a.type('före ');
	await until(async () => (await stored(id)).includes('före '), 'stored');
	// A table that is gone is a bug to every command that needs it, not a refusal.
	const sql = (text: string) => server.app.read(async (tx) => tx.db.run(text));
	await sql('ALTER TABLE section_writer RENAME TO elsewhere');
	const closed = new Promise<number>((resolve) =>
		a.provider.on('connection-close', (event) => resolve(event?.code ?? 0))
	);
	a.type('under ');
	expect(await closed).toBe(4512);
	await sql('ALTER TABLE elsewhere RENAME TO section_writer');
	await until(async () => (await stored(id)).includes('under '), 'sent again');
	b.type('ostörd ');
	await until(async () => (await stored(other)).includes('ostörd '), 'the other room goes on');
});
