import { ok, refuse } from '#core/result.ts';
import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import type { App } from '#server/app.ts';
import type { DemoPersonKey } from '#server/demo/people.ts';
import { listAudit } from '#server/store/audit.ts';
import { readHistory } from '#server/store/history.ts';
import { documentBytes, listClaims } from '#server/store/log.ts';
import { sectionSnapshot } from '#server/store/schema.ts';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { sectionId } from '../support/server.ts';
import { addParagraph, scribe, send } from './scribes.ts';

const KEY = 'figures.education';

const rebuild = (app: App, id: string, who: DemoPersonKey = 'coordinator', reason = 'Trasigt.') =>
	app.commands.rebuildSection({ by: by(who), sectionId: id, reason });

async function stored(app: App, id: string) {
	const section = await sectionNow(app, id);
	const opened = await app.read((tx) => documentBytes(tx, section));
	return { section, opened, doc: loadDoc(opened.parts) };
}

test('[D9] a rebuilt section has the text, a document of its own, and all of its history', async () => {
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	const one = await scribe(app, id, 'education');
	for (let n = 0; n < 150; n++) addParagraph(one.doc, 0, `Rad ${n}`);
	const seq = await send(app, id, one);
	const compact = async (of: Y.Doc) => {
		const section = await sectionNow(app, id);
		return app.commands.compactSection({
			sectionId: id,
			epoch: section.epoch,
			seq: section.seq,
			bytes: Y.encodeStateAsUpdate(of)
		});
	};
	must(await compact(one.doc));
	const before = await stored(app, id);
	const history = await app.read((tx) => readHistory(tx, before.section));

	expect(await rebuild(app, id)).toEqual(ok({ epoch: 2, seq: seq + 1 }));
	const after = await stored(app, id);
	expect(after.section).toMatchObject({ epoch: 2, seq: seq + 1, state: 'draft' });
	expect(after.section.editedBy).toBe(before.section.editedBy);
	expect(after.opened).toMatchObject({ seq: seq + 1, snapshotSeq: seq, snapshot: null });
	expect(after.opened.parts).toHaveLength(1);
	expect(hashOf(docJson(after.doc))).toBe(hashOf(docJson(before.doc)));
	expect(after.doc.store.clients.has(one.doc.clientID)).toBe(false);
	// R4: the words are theirs who wrote them, under an id that is new to the document.
	const claims = await app.read((tx) => listClaims(tx, after.section));
	expect([...claims.values()]).toEqual([by('education')]);
	expect((await app.read((tx) => listClaims(tx, before.section))).size).toBeGreaterThan(0);

	// Nothing of the old epoch is gone: its updates, its snapshot, its text.
	const all = await app.read((tx) => readHistory(tx, after.section));
	expect(all.slice(0, -1)).toEqual(history);
	expect(all.at(-1)).toMatchObject({ epoch: 2, seq: seq + 1, personId: null });
	const snapshots = await app.read(async (tx) =>
		tx.db.select().from(sectionSnapshot).where(eq(sectionSnapshot.sectionId, id)).all()
	);
	expect(snapshots.map((s) => [s.epoch, s.seq])).toEqual([[1, seq]]);
	const old = await app.read((tx) => documentBytes(tx, { id, epoch: 1 }));
	expect(plainText(docJson(loadDoc(old.parts)))).toBe(plainText(docJson(before.doc)));
	expect((await app.read((tx) => listAudit(tx, after.section.reportId)))[0]).toMatchObject({
		act: 'section.rebuild',
		reason: 'Trasigt.',
		detail: { epoch: 2 }
	});

	// Life goes on in the new one: writing, compaction, another rebuild.
	const two = await scribe(app, id, 'education');
	for (let n = 0; n < 120; n++) addParagraph(two.doc, 0, `Ny rad ${n}`);
	expect(await send(app, id, two)).toBe(seq + 121);
	// A room of the old epoch is too late.
	const late = { sectionId: id, epoch: 1, seq, bytes: Y.encodeStateAsUpdate(one.doc) };
	expect(await app.commands.compactSection(late)).toEqual(refuse({ code: 'otherEpoch' }));
	must(await compact(two.doc));
	const third = await rebuild(app, id, 'administrator');
	expect(third).toEqual(ok({ epoch: 3, seq: seq + 122 }));
	const end = await stored(app, id);
	expect(hashOf(docJson(end.doc))).toBe(hashOf(docJson(two.doc)));
	const numbers = (await app.read((tx) => readHistory(tx, end.section))).map((u) => u.seq);
	expect(numbers).toEqual(Array.from({ length: seq + 122 }, (_, i) => i + 1));
});

test('[A7] [S10] after a rebuild it is known who wrote before it, and who saw an older text', async () => {
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	const one = await scribe(app, id, 'coordinator');
	addParagraph(one.doc, 0, 'Av samordnaren');
	const seq = await send(app, id, one);
	must(await rebuild(app, id, 'deputy'));
	const submit = (seenSeq: number) =>
		app.commands.submitSection({ by: by('education'), sectionId: id, seenSeq });
	expect(refusalOf(await submit(seq))).toMatchObject({ code: 'moved', happened: 'textChanged' });
	const { hash } = must(await submit(seq + 1));
	const approve = (who: 'coordinator' | 'deputy') =>
		app.commands.approveSection({ by: by(who), sectionId: id, hash });
	expect(refusalOf(await approve('coordinator'))).toEqual({ code: 'forbidden', why: 'fourEyes' });
	must(await approve('deputy'));
});

test('[S3] [S5] a rebuild needs the right, a reason and an open section', async () => {
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	for (const who of ['education', 'social'] as const)
		expect(refusalOf(await rebuild(app, id, who))).toMatchObject({ code: 'forbidden' });
	expect(refusalOf(await rebuild(app, id, 'councilMember'))).toEqual({ code: 'notFound' });
	expect(refusalOf(await rebuild(app, id, 'coordinator', ' '))).toEqual({ code: 'reasonNeeded' });
	must(await submitNow(app, 'coordinator', id));
	expect(refusalOf(await rebuild(app, id))).toMatchObject({ code: 'locked' });
	expect((await sectionNow(app, id)).epoch).toBe(1);
});

test('[L4] of a contribution to the document before a rebuild the words go last into the one after it', async () => {
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	const one = await scribe(app, id, 'education');
	addParagraph(one.doc, 0, 'Sen rad');
	const { seq, epoch } = await sectionNow(app, id);
	const keep = async (bytes: Uint8Array, text: string) => {
		const kept = { epoch, baseSeq: seq, why: 'locked', lock: null, bytes, text };
		const done = await app.commands.keepLate({ by: by('education'), sectionId: id, ...kept });
		return must(done).lateId ?? '';
	};
	const lateId = await keep(Y.mergeUpdates(one.unsent), 'Sen rad');
	addParagraph(one.doc, 0, 'Rad till');
	const wordless = await keep(one.unsent.at(-1) ?? new Uint8Array(), ' ');
	must(await rebuild(app, id));
	const accept = (which: string) =>
		app.commands.acceptLate({ by: by('coordinator'), lateId: which });
	expect(await accept(wordless)).toEqual(refuse({ code: 'otherEpoch' }));
	expect(must(await accept(lateId)).placed).toBe('atEnd');
	const { doc } = await stored(app, id);
	const now = plainText(docJson(doc));
	expect(now.endsWith('Sen rad')).toBe(true);
	expect(now).not.toContain('Rad till');
	expect(refusalOf(await accept(lateId))).toMatchObject({ code: 'moved', happened: 'done' });
});
