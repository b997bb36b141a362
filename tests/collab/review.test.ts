import { makeAnchor } from '#schema/anchor.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { expect, test } from 'vitest';
import { by, must } from '../support/act.ts';
import { firstText, until, type Client } from '../support/client.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';

const world = eachWithServer();

const reviews = (client: Client): number =>
	client.notes.filter((note) => note.type === 'review').length;

/** Proposes `proposed` for the first letters of the first paragraph that the client sees. */
async function propose(client: Client, id: string, who: DemoPersonKey, proposed: string) {
	const type = firstText(client.doc);
	const replaces = type.toJSON().slice(0, 5);
	const anchor = makeAnchor({ start: { type, index: 0 }, end: { type, index: 5 } });
	const said = { text: '', mentions: [] };
	const at = { by: people[who].id, sectionId: id, epoch: 1 };
	const done = await world.server.app.commands.startSuggestion({
		...at,
		anchor,
		replaces,
		proposed,
		...said
	});
	return { threadId: must(done).threadId, replaces };
}

test('[R2] [W6] what is taken in reaches everybody in the section, beside what they type; readers hear of each act', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const writer = await world.join(id, 'culture');
	const reader = await world.join(id, 'social');
	const { threadId } = await propose(reader, id, 'social', 'Förslaget står här ');
	await until(() => reviews(writer) === 1 && reviews(reader) === 1, 'the proposal is told');
	writer.type('skrivet under tiden ');
	const accepted = must(
		await app.commands.acceptSuggestion({ by: by('culture'), sectionId: id, threadId, version: 1 })
	);
	expect(accepted.sectionId).toBe(id);
	for (const client of [writer, reader]) {
		await until(() => client.text().includes('Förslaget står här '), 'the words');
		await until(() => client.text().includes('skrivet under tiden '), 'the letters');
		await until(() => reviews(client) === 2, 'the decision is told');
	}
	expect(writer.text()).toBe(reader.text());
	writer.type('och vidare ');
	await until(() => reader.text().includes('och vidare '), 'goes on');
	const stored = await world.stored(id);
	expect(stored).toContain('Förslaget står här ');
	expect(stored).toContain('och vidare ');
	expect(stored.split('Förslaget').length).toBe(2);
});
