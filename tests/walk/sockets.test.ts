import { may } from '#core/access.ts';
import { CLOSES } from '#collab/closes.ts';
import {
	MESSAGE_AUTH,
	MESSAGE_AWARENESS,
	MESSAGE_NOTE,
	MESSAGE_QUERY_AWARENESS,
	readNote,
	SYNC_STEP_1,
	SYNC_STEP_2,
	SYNC_UPDATE
} from '#collab/protocol.ts';
import { encodeAwareness, readAwareness } from '#server/collab/presence.ts';
import { getSection } from '#server/store/sections.ts';
import * as decoding from 'lib0/decoding';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { noteFrame, syncFrame } from '../fuzz/frames.ts';
import { MemoryWire } from '../fuzz/memory-wire.ts';
import { nameOf as personOf, WHO, type Who } from './actors.ts';
import { actorAt } from './walk.ts';
import { startWorld, type World } from './world.ts';

/** Everybody at the socket of a section, with everything that a client may send. */

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const turn = () => new Promise((go) => setImmediate(go));

/** A paragraph of one's own, as an update. */
function written(text: string): Uint8Array {
	const doc = new Y.Doc();
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [new Y.XmlText(text)]);
	doc.getXmlFragment('default').insert(0, [paragraph]);
	return Y.encodeStateAsUpdate(doc);
}

/** What came of it: how the socket was closed, else what was heard. */
async function come(who: Who, kind: number, bytes: Uint8Array) {
	const { app, cookies, ids } = world;
	const wire = new MemoryWire();
	const at = { sectionId: ids.section, schema: null, epoch: null };
	const connection = await app.collab.admit(wire, cookies[who] ?? undefined, at);
	if (connection === null) return { closed: wire.closed?.code, heard: wire.read() };
	await turn();
	const first = wire.read();
	connection.receive(syncFrame(kind, bytes));
	const heard = first;
	const isAnswered = () =>
		kind === SYNC_STEP_1
			? heard.updates.length > 0
			: heard.notes.some(({ type }) => type === 'ack' || type === 'refused');
	for (let turns = 0; turns < 2000 && !isAnswered(); turns += 1) {
		await turn();
		const { updates, notes } = wire.read();
		heard.updates.push(...updates);
		heard.notes.push(...notes);
	}
	app.collab.left(connection);
	return { closed: wire.closed?.code, heard };
}

/** Keeps what it is sent, message by message. */
class Listening extends MemoryWire {
	frames: Uint8Array[] = [];

	override send(message: Uint8Array): void {
		this.frames.push(message);
		super.send(message);
	}

	/** Who is said to be there, by client; text, and all that is said of the section, count as `other`. */
	take(): { present: [client: number, state: string][]; others: number } {
		const present: [number, string][] = [];
		let others = 0;
		for (const frame of this.frames.splice(0)) {
			const decoder = decoding.createDecoder(frame);
			const type = decoding.readVarUint(decoder);
			if (type === MESSAGE_AWARENESS)
				for (const { clientId, state } of readAwareness(decoding.readVarUint8Array(decoder)))
					present.push([clientId, state]);
			// Who comes and goes is told to the whole report.
			else if (type !== MESSAGE_NOTE || readNote(decoder).type !== 'presence') others += 1;
		}
		return { present, others };
	}
}

const FOLLOWER = 77;
const OWN = 4711;
const lie = '{"user":{"id":"x","name":"Någon annan"},"cursor":null}';
const entry = (clientId: number, state: string) => encodeAwareness([{ clientId, clock: 9, state }]);

/** What a client may send beside the text; `closes` where that is no message of ours. */
const MESSAGES: { name: string; frame: Uint8Array; closes?: true }[] = [
	{ name: 'that one is here, by another name', frame: entry(OWN, lie) },
	{ name: 'where another is', frame: entry(FOLLOWER, lie) },
	{ name: 'that another has left', frame: entry(FOLLOWER, 'null') },
	{ name: 'who is here', frame: Uint8Array.of(MESSAGE_QUERY_AWARENESS) },
	{ name: 'that texts differ', frame: noteFrame('{"type":"diverged","seq":1}') },
	{ name: 'a note of the server’s', frame: noteFrame('{"type":"state","mayEdit":true}') },
	{ name: 'sign-in', frame: Uint8Array.of(MESSAGE_AUTH, 0), closes: true },
	{ name: 'what nobody knows', frame: Uint8Array.of(4), closes: true },
	{ name: 'an unknown kind of text', frame: syncFrame(3, new Uint8Array(2)), closes: true },
	{ name: 'nothing at all', frame: new Uint8Array(0), closes: true }
];

test('[W9] [W11] [A8] whoever reads a section says of themselves that they are there, and nothing else is told to others', async () => {
	const { app, cookies, ids } = world;
	const at = { sectionId: ids.section, schema: null, epoch: null };
	const turns = async () => {
		for (let i = 0; i < 10; i += 1) await turn();
	};
	const follower = new Listening();
	const follows = await app.collab.admit(follower, cookies.coordinator ?? undefined, at);
	follows?.receive(entry(FOLLOWER, '{"cursor":null}'));
	const text = async () => app.read((tx) => getSection(tx, ids.section));
	const before = await text();
	for (const who of WHO) {
		const actor = await actorAt(world, who);
		const reads = may(actor, 'section.read', await world.thing('section', actor)).may;
		for (const { name, frame, closes } of MESSAGES) {
			const wire = new Listening();
			const connection = await app.collab.admit(wire, cookies[who] ?? undefined, at);
			expect([who, connection !== null]).toEqual([who, reads]);
			if (connection === null) {
				expect(wire.frames).toEqual([]);
				continue;
			}
			await turns();
			wire.take();
			follower.take();
			connection.receive(frame);
			await turns();
			const isOwn = frame === MESSAGES[0]?.frame;
			const { present, others } = follower.take();
			expect([who, name, others, wire.closed?.code]).toEqual([
				who,
				name,
				0,
				closes ? CLOSES.malformed.code : undefined
			]);
			expect([who, name, present.map(([client]) => client)]).toEqual([
				who,
				name,
				isOwn ? [OWN] : []
			]);
			// The name is the server's: nobody comes as somebody else.
			if (isOwn) expect(present[0]?.[1]).toContain(personOf(who));
			if (isOwn) expect(present[0]?.[1]).not.toContain('Någon annan');
			if (name === 'who is here') expect(wire.take().present.map(([c]) => c)).toEqual([FOLLOWER]);
			app.collab.left(connection);
			await turns();
		}
	}
	expect(await text()).toEqual(before);
	if (follows) app.collab.left(follows);
}, 60_000);

for (const state of ['draft', 'submitted', 'approved'] as const)
	test(`[A2] [A8] [W4] everybody at the socket reads and writes as the table says, with the section in ${state}`, async () => {
		await world.bring(state);
		for (const who of WHO)
			for (const kind of [SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE]) {
				const actor = await actorAt(world, who);
				const thing = await world.thing('section', actor);
				const bytes = kind === SYNC_STEP_1 ? Uint8Array.of(0) : written(`${who} `);
				const { closed, heard } = await come(who, kind, bytes);
				const at = `${who} ${kind}`;
				if (!may(actor, 'section.read', thing).may) {
					const code = actor === null ? CLOSES.notSignedIn.code : CLOSES.notFound.code;
					expect([at, closed, heard]).toEqual([at, code, { updates: [], notes: [], others: 0 }]);
					continue;
				}
				const edits = may(actor, 'section.edit', thing).may;
				const told = heard.notes.find(({ type }) => type === 'state');
				expect([at, told]).toEqual([at, expect.objectContaining({ state })]);
				if (kind === SYNC_STEP_1) {
					expect([at, heard.updates.length > 0]).toEqual([at, true]);
					continue;
				}
				const answer = heard.notes.find(({ type }) => type === 'ack' || type === 'refused');
				const code = answer?.type === 'refused' ? answer.refusal.code : answer?.type;
				// Whoever has some rows only does not write beside them (A3).
				const writes = edits && who !== 'writerRows';
				expect([at, code]).toEqual([
					at,
					state === 'draft' ? (writes ? 'ack' : 'forbidden') : 'locked'
				]);
			}
	}, 120_000);
