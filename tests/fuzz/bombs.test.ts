import { docJson } from '#schema/content.ts';
import { people } from '#server/demo/people.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BOMBS } from './bombs.ts';
import { Field, Reader, turn, type Sitting } from './field.ts';
import { FrameMaker, syncFrame } from './frames.ts';

let field: Field;
beforeAll(async () => {
	field = await Field.open();
});
afterAll(() => field.app.close());

const OTHER = 77;
const OWN = 4242;

/** A section in which somebody else has written, with somebody to read and somebody to attack. */
async function scene(attacker: 'coordinator' | 'administrator' = 'coordinator') {
	const sectionId = await field.section();
	const reader = await Reader.at(field, sectionId, 'deputy');
	const deputy = await field.sit(sectionId, 'deputy');
	const maker = new FrameMaker(reader.doc, () => 0, OTHER);
	deputy.connection.receive(maker.honest(OTHER));
	await answered(deputy);
	reader.follow();
	return { sectionId, reader, deputy, attacker: await field.sit(sectionId, attacker) };
}

/** What a sitting is told of the one frame that it sent. */
async function answered({ connection, wire }: Sitting): Promise<string> {
	const asks = connection.received > connection.acknowledged;
	for (let turns = 0; turns < 3000; turns += 1) {
		if (turns > 0 || asks) await turn();
		const { notes } = wire.read();
		if (wire.closed !== null) return String(wire.closed.code);
		const refused = notes.find((n) => n.type === 'refused');
		if (refused !== undefined) {
			const { refusal } = refused;
			return refusal.code === 'malformed' ? refusal.rule : refusal.code;
		}
		if (asks && connection.acknowledged === connection.received) return 'nothing';
		if (!asks && turns > 3) return 'quiet';
	}
	throw new Error('no answer');
}

test.each(BOMBS)('[W5] [W10] [W9] $name: $outcome', async ({ frame, outcome }) => {
	const { sectionId, reader, deputy, attacker } = await scene();
	const before = JSON.stringify(docJson(reader.doc));
	attacker.connection.receive(frame({ doc: reader.doc, other: OTHER, own: OWN }));
	expect(await answered(attacker)).toBe(outcome);

	// Nobody else was sent anything, the live text and the stored one are what they were.
	const heard = reader.follow();
	expect(heard.updates).toEqual([]);
	expect(heard.others).toBeLessThan(5000);
	expect(reader.isClosed).toBe(false);
	const live = new Y.Doc();
	Y.applyUpdate(live, await reader.ask(Uint8Array.of(0)));
	expect(JSON.stringify(docJson(live))).toBe(before);
	expect(JSON.stringify(docJson(await field.stored(sectionId)))).toBe(before);
	expect(Object.keys({})).toEqual([]);

	// The other writes on as if nothing had happened.
	const maker = new FrameMaker(reader.doc, () => 0, OTHER);
	deputy.connection.receive(maker.honest(OTHER));
	expect(await answered(deputy)).toBe('nothing');
	expect(reader.follow().updates).toHaveLength(1);
	for (const sitting of [deputy, attacker]) field.leave(sitting);
	reader.leave(field);
});

test('[W9] a name that is not one’s own is replaced by the server’s', async () => {
	const { reader, deputy, attacker } = await scene();
	const bomb = BOMBS.find((b) => b.name === 'another name in one’s presence');
	const frame = bomb?.frame({ doc: reader.doc, other: OTHER, own: OWN });
	if (frame === undefined) throw new Error('no such bomb');
	deputy.wire.read();
	attacker.connection.receive(frame);
	const said: string[] = [];
	for (let turns = 0; turns < 20 && said.length === 0; turns += 1) {
		await turn();
		said.push(...deputy.wire.readPresence());
	}
	expect(said.join()).toContain(people.coordinator.name);
	expect(said.join()).not.toContain('Kommundirektören');
	for (const sitting of [deputy, attacker]) field.leave(sitting);
	reader.leave(field);
});

test('[W5] [A6] a deletion of everybody’s text names no author: who may only read does not pass, and who may write is answerable', async () => {
	const whole = (doc: Y.Doc) => {
		const copy = new Y.Doc();
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
		const before = Y.encodeStateVector(copy);
		const fragment = copy.getXmlFragment('default');
		fragment.delete(0, fragment.length);
		return Y.encodeStateAsUpdate(copy, before);
	};
	const one = await scene('administrator');
	one.attacker.connection.receive(syncFrame(2, whole(one.reader.doc)));
	expect(await answered(one.attacker)).toBe('forbidden');
	expect(one.reader.follow().updates).toEqual([]);

	const two = await scene('coordinator');
	two.attacker.connection.receive(syncFrame(2, whole(two.reader.doc)));
	expect(await answered(two.attacker)).toBe('nothing');
	const section = await field.row(two.sectionId);
	expect(section.editedBy).toBe(people.coordinator.id);
});
