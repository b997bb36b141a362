import type { Result } from '#core/result.ts';
import type { CommandInput, CommandName, CommandOutput } from '#server/commands/index.ts';
import { commands } from '#server/commands/index.ts';
import { people } from '#server/demo/people.ts';
import { documentBytes } from '#server/store/log.ts';
import { getSection } from '#server/store/sections.ts';
import { openStore } from '#server/store/store.ts';
import { runCommand } from '#server/writer/writer.ts';
import { loadDoc } from '#schema/content.ts';
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import * as Y from 'yjs';
import { firstText } from '../support/client.ts';
import { mulberry } from '../support/random.ts';

/**
 * A writer to be traced: the real store and the real commands in one thread. A line on the standard
 * output for each commit, after it: what is promised from then on.
 */

/** A promise: up to which update each section is stored, and how many transitions it has had. */
export type Acknowledged = Record<string, { seq: number; transitions: number }>;

export type PowerOrder = {
	file: string;
	sections: { id: string; writer: keyof typeof people }[];
	commits: number;
	seed: number;
	/** SQLite's `synchronous`; production sets FULL in `openStore`, and this test weakens it after. */
	synchronous: 'FULL' | 'NORMAL';
};

const order = JSON.parse(process.argv[2] ?? '') as PowerOrder;
const random = mulberry(order.seed);
const store = openStore({ file: order.file, migrations: resolve('drizzle') });
if (order.synchronous !== 'FULL') {
	const { $client } = await store.read(
		async (tx) => tx.db as unknown as { $client: { pragma(text: string): unknown } }
	);
	$client.pragma(`synchronous = ${order.synchronous}`);
}

async function run<N extends CommandName>(
	name: N,
	input: CommandInput<N>
): Promise<Result<CommandOutput<N>>> {
	return runCommand(store, commands, name, input, {
		now: Date.now(),
		newId: randomUUID,
		renderEdition: () => ''
	});
}

const promised: Acknowledged = {};
const docs = new Map<string, { doc: Y.Doc; epoch: number }>();
for (const { id } of order.sections) {
	const opened = await store.read(async (tx) => {
		const section = await getSection(tx, id);
		if (!section) throw new Error(`no section ${id}`);
		return { section, doc: loadDoc((await documentBytes(tx, section)).parts) };
	});
	docs.set(id, { doc: opened.doc, epoch: opened.section.epoch });
	promised[id] = { seq: opened.section.seq, transitions: 0 };
}

/** Updates of one to three sections in one transaction, as the writer's thread groups them. */
async function append(): Promise<void> {
	const rooms = order.sections
		.filter(() => random() < 0.6)
		.map(({ id, writer }) => {
			const { doc, epoch } = docs.get(id) ?? { doc: new Y.Doc(), epoch: 1 };
			const made: Uint8Array[] = [];
			const gather = (update: Uint8Array) => made.push(update);
			doc.on('update', gather);
			for (let i = 1 + random() * 4; i > 0; i -= 1)
				firstText(doc).insert(0, 'ord '.repeat(1 + random() * 40));
			doc.off('update', gather);
			return {
				sectionId: id,
				epoch,
				authors: [{ personId: people[writer].id, sessionHash: null }],
				by: made.map(() => 0),
				lengths: made.map((update) => update.byteLength),
				bytes: Buffer.concat(made),
				claims: [{ clientId: doc.clientID, update: 0 }]
			};
		});
	const done = await run('appendUpdates', { rooms });
	if (!done.ok) throw new Error(done.refusal.code);
	for (const [i, { sectionId, lengths }] of rooms.entries()) {
		const outcome = done.value.rooms[i];
		if (outcome?.stored !== lengths.length) throw new Error(JSON.stringify(outcome));
		const section = promised[sectionId];
		if (section) section.seq = outcome.firstSeq + outcome.stored - 1;
	}
}

/** A snapshot and a packed log, whole or not at all. */
async function compact(): Promise<void> {
	for (const { id } of order.sections) {
		const { doc, epoch } = docs.get(id) ?? { doc: new Y.Doc(), epoch: 1 };
		const seq = promised[id]?.seq ?? 0;
		const bytes = Y.encodeStateAsUpdate(doc);
		const done = await run('compactSection', { sectionId: id, epoch, seq, bytes });
		if (!done.ok) throw new Error(JSON.stringify(done.refusal));
	}
}

/** A submission and its return: text and workflow in one transaction each. */
async function transition(): Promise<void> {
	const [{ id: sectionId, writer } = { id: '', writer: 'coordinator' as const }] = order.sections;
	const section = promised[sectionId];
	if (!section) return;
	const by = people[writer].id;
	const submitted = await run('submitSection', { by, sectionId, seenSeq: section.seq });
	if (!submitted.ok) throw new Error(JSON.stringify(submitted.refusal));
	section.transitions += 1;
	acknowledge();
	const reason = 'Mer att skriva';
	const returned = await run('returnSection', { by: people.coordinator.id, sectionId, reason });
	if (!returned.ok) throw new Error(JSON.stringify(returned.refusal));
	section.transitions += 1;
}

const acknowledge = () => writeSync(1, `${JSON.stringify(promised)}\n`);

for (let n = 0; n < order.commits; n += 1) {
	if (n % 25 === 24) await transition();
	else if (n % 40 === 39) await compact();
	else await append();
	acknowledge();
}
// No clean end: the power goes.
process.kill(process.pid, 'SIGKILL');
