import type { Block } from '#core/blackline/blocks.ts';
import type { App } from '#server/app.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { listNotices } from '#server/store/notices.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addParagraph, paragraphs, scribe, send, type Scribe } from '../commands/scribes.ts';
import { by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId } from '../support/look.ts';
import { sectionId } from '../support/server.ts';

const KEY = 'figures.education';
const WORDS = 'under hela läsåret';

const look = async (app: App, who: DemoPersonKey, state: 'open' | null = 'open') =>
	app.views.late(await actorOf(app, who), {
		reportId: await reportId(app, 2023),
		state,
		done: null
	});

/** Keeps what a scribe wrote and never sent; the id. */
async function keep(app: App, id: string, from: Scribe, text: string, why = 'locked') {
	const { epoch, seq } = await sectionNow(app, id);
	const { lateId } = must(
		await app.commands.keepLate({
			by: by(from.person),
			sectionId: id,
			epoch,
			baseSeq: seq,
			why,
			lock: null,
			bytes: Y.mergeUpdates(from.unsent),
			text
		})
	);
	return lateId ?? '';
}

const textOf = (blocks: Block[], kind: 'same' | 'added' | 'removed') =>
	blocks
		.flatMap(({ pieces }) => pieces)
		.filter((piece) => piece.kind === kind)
		.map((piece) => piece.text)
		.join('');

/** A section with a known sentence, and what its writer typed into it behind a lock. */
async function lateHere() {
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	const first = await scribe(app, id, 'education');
	addParagraph(first.doc, 0, 'Eleverna trivs i skolan.');
	await send(app, id, first);
	const author = await scribe(app, id, 'education');
	paragraphs(author.doc)[0]?.text.insert('Eleverna trivs'.length, ` ${WORDS}`);
	must(await submitNow(app, 'coordinator', id));
	const lateId = await keep(app, id, author, `Eleverna trivs ${WORDS} i skolan.`);
	return { app, id, author, lateId };
}

test('[L3] the coordinator sees what taking it in would write, and what must happen first', async () => {
	const { app, id, lateId } = await lateHere();
	const page = must(await look(app, 'coordinator'));
	expect(page).toMatchObject({ mayDecide: true, counts: { open: 1, accepted: 0, declined: 0 } });
	const [late] = page.late;
	expect(late).toMatchObject({
		id: lateId,
		author: people.education.name,
		mayDecide: true,
		changesSince: 0,
		lockNow: { why: 'submitted' },
		wouldWrite: { placed: 'inPlace', not: null }
	});
	const blocks = late?.wouldWrite?.difference?.blocks ?? [];
	// The sentence and its neighbour alone: not the whole section.
	expect(blocks.length).toBe(2);
	expect(textOf(blocks, 'added').trim()).toBe(WORDS);
	expect(textOf(blocks, 'removed')).toBe('');

	// Others have written on since: told as a difference against the text as it stands.
	must(await app.commands.returnSection({ by: by('coordinator'), sectionId: id, reason: 'Mer.' }));
	const other = await scribe(app, id, 'education');
	paragraphs(other.doc)[0]?.text.insert(0, 'Nästan alla. ');
	await send(app, id, other);
	const [now] = must(await look(app, 'coordinator')).late;
	expect(now).toMatchObject({ lockNow: null, changesSince: 1 });
	const changed = now?.wouldWrite?.difference?.blocks ?? [];
	expect(textOf(changed, 'added').trim()).toBe(WORDS);
	expect(textOf(changed, 'same')).toContain('Nästan alla. Eleverna trivs');
});

test('[L4] [S10] a passage that was rewritten, a rebuilt document, nothing left: each is told before it is tried', async () => {
	const { app, id, author, lateId } = await lateHere();
	must(await app.commands.returnSection({ by: by('coordinator'), sectionId: id, reason: 'Mer.' }));
	const other = await scribe(app, id, 'education');
	other.doc.getXmlFragment('default').delete(0, 1);
	addParagraph(other.doc, 0, 'Skolan har blivit bättre.');
	await send(app, id, other);
	const wouldWrite = async () => must(await look(app, 'coordinator')).late[0]?.wouldWrite;
	expect(await wouldWrite()).toMatchObject({ placed: 'atEnd' });

	must(await app.commands.rebuildSection({ by: by('coordinator'), sectionId: id, reason: 'Prov' }));
	const rebuilt = must(await look(app, 'coordinator')).late[0];
	expect(rebuilt).toMatchObject({ isOtherEpoch: true, wouldWrite: { placed: 'atEnd' } });
	const both = await Promise.all(
		(['coordinator', 'deputy'] as const).map((who) =>
			app.commands.acceptLate({ by: by(who), lateId })
		)
	);
	expect(both.map((one) => one.ok)).toEqual([true, false]);
	expect(both[1]).toMatchObject({ refusal: { code: 'moved', happened: 'done' } });
	expect(must(await look(app, 'coordinator')).counts).toEqual({
		open: 0,
		accepted: 1,
		declined: 0
	});

	// The same words once more, of another update: they stand there already.
	author.unsent.push(Y.encodeStateAsUpdate(new Y.Doc()));
	addParagraph(author.doc, 0, 'x');
	await keep(app, id, author, `Eleverna trivs ${WORDS} i skolan.`, 'deleted');
	expect(await wouldWrite()).toEqual({ placed: null, difference: null, not: 'nothingLeft' });
});

test('[A8] [L3] writers see their own late contributions, others none, and decide about none', async () => {
	const { app, lateId } = await lateHere();
	const own = must(await look(app, 'education'));
	expect(own).toMatchObject({ mayDecide: false, counts: { open: 1 } });
	expect(own.late[0]).toMatchObject({ id: lateId, isMine: true, mayDecide: false });
	for (const who of ['social', 'administrator'] as const) {
		const theirs = must(await look(app, who, null));
		expect(theirs.late).toEqual([]);
		expect(theirs.counts).toEqual({ open: 0, accepted: 0, declined: 0 });
	}
	expect(refusalOf(await look(app, 'councilMember'))).toEqual({ code: 'notFound' });
});

test('[N1] [L4] who coordinates hears of what came late, and its author of what became of it', async () => {
	const { app, lateId } = await lateHere();
	const told = async (who: DemoPersonKey) =>
		(await app.read((tx) => listNotices(tx, people[who].id, 100)))
			.filter(({ detail }) => detail['lateId'] === lateId)
			.map(({ kind }) => kind);
	expect(await told('coordinator')).toEqual(['late']);
	expect(await told('deputy')).toEqual(['late']);
	expect(await told('education')).toEqual([]);
	const reason = 'Det står redan i 3.3.';
	must(await app.commands.declineLate({ by: by('coordinator'), lateId, reason }));
	expect(await told('education')).toEqual(['lateDecided']);
	expect(await told('deputy')).toEqual(['late']);
	const [late] = must(await look(app, 'education', null)).late;
	expect(late).toMatchObject({
		state: 'declined',
		decided: { by: people.coordinator.name, reason },
		wouldWrite: null
	});
});
