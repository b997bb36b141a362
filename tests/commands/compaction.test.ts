import { ok, refuse } from '#core/result.ts';
import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import { FRAGMENT } from '#schema/version.ts';
import type { App } from '#server/app.ts';
import { people } from '#server/demo/people.ts';
import { listAudit } from '#server/store/audit.ts';
import { readHistory } from '#server/store/history.ts';
import { documentBytes, listClaims } from '#server/store/log.ts';
import { sectionHistory, sectionUpdate } from '#server/store/schema.ts';
import { writersSinceApproval } from '#server/store/writers.ts';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { sectionNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { mulberry } from '../support/random.ts';
import { sectionId } from '../support/server.ts';
import { addParagraph, scribe, send, write } from './scribes.ts';

const KEY = 'figures.education';

/** Everything that compaction may not change. */
async function facts(app: App, id: string) {
	const section = await sectionNow(app, id);
	return app.read(async (tx) => {
		const document = loadDoc((await documentBytes(tx, section)).parts);
		return {
			json: docJson(document),
			hash: hashOf(docJson(document)),
			vector: [...Y.encodeStateVector(document)],
			claims: [...(await listClaims(tx, section))].sort(),
			writers: (await writersSinceApproval(tx, section)).sort(),
			history: (await readHistory(tx, section)).map((u) => ({ ...u, bytes: [...u.bytes] })),
			audit: (await listAudit(tx, section.reportId)).length,
			section
		};
	});
}

test('[D8] [D9] compaction changes no text, no author, no hash and no history', async () => {
	const seed = 20261122;
	const random = mulberry(seed);
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	const two = [await scribe(app, id, 'education'), await scribe(app, id, 'coordinator')] as const;
	for (let round = 0; round < 8; round++) {
		const turns = 20 + Math.floor(random() * 200);
		for (let turn = 0; turn < turns; turn++) {
			// Both write at once, then each gets the other's.
			for (const { doc } of two) if (random() < 0.7) write(doc, random);
			const [a, b] = two;
			const mine = [...a.unsent];
			await send(app, id, b, [a]);
			await send(app, id, a, []);
			for (const bytes of mine) Y.applyUpdate(b.doc, bytes, 'others');
		}
		const before = await facts(app, id);
		const input = { sectionId: id, epoch: before.section.epoch, seq: before.section.seq };
		const bytes = Y.encodeStateAsUpdate(two[0].doc);
		const done = await app.commands.compactSection({ ...input, bytes });
		expect(done, `seed ${seed}, round ${round}`).toEqual(ok(null));
		const after = await facts(app, id);
		expect(after, `seed ${seed}, round ${round}`).toEqual(before);
		const opened = await app.read((tx) => documentBytes(tx, after.section));
		expect(opened).toMatchObject({ seq: input.seq, snapshotSeq: input.seq });
		expect(opened.parts).toHaveLength(1);
		expect(Buffer.compare(Buffer.from(opened.snapshot?.bytes ?? []), bytes)).toBe(0);
		expect([...(opened.snapshot?.stateVector ?? [])]).toEqual(before.vector);
		expect(opened.snapshot?.hash).toBe(before.hash);
		// The whole history, replayed, is the document too.
		expect(hashOf(docJson(loadDoc(before.history.map((u) => new Uint8Array(u.bytes)))))).toBe(
			before.hash
		);
	}
	const rows = await app.read(async (tx) =>
		[sectionHistory, sectionUpdate].map(
			(t) => tx.db.select().from(t).where(eq(t.sectionId, id)).all().length
		)
	);
	expect(rows[0]).toBeGreaterThan(2);
	expect(rows[1]).toBeLessThan(100);
});

test('[D8] what is not the document that the log makes is not stored', async () => {
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	const one = await scribe(app, id, 'education');
	addParagraph(one.doc, 0, 'Det som tas bort');
	addParagraph(one.doc, 0, 'Det som står');
	one.doc.getXmlFragment(FRAGMENT).delete(1, 1);
	const seq = await send(app, id, one);
	const right = Y.encodeStateAsUpdate(one.doc);

	/** A document whose clocks are the right ones and whose text is not. */
	const forged = () => {
		const doc = new Y.Doc();
		const { parts } = before;
		for (const part of parts.slice(0, -3)) Y.applyUpdate(doc, part);
		doc.clientID = one.doc.clientID;
		addParagraph(doc, 0, 'Det som tas bort');
		addParagraph(doc, 0, 'Det som ljög');
		doc.getXmlFragment(FRAGMENT).delete(1, 1);
		expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(one.doc));
		return Y.encodeStateAsUpdate(doc);
	};
	const section = await sectionNow(app, id);
	const before = await app.read((tx) => documentBytes(tx, section));
	const withoutDeletions = () => {
		const doc = loadDoc(before.parts.slice(0, -1));
		expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(one.doc));
		return Y.encodeStateAsUpdate(doc);
	};
	const withMore = () => {
		const doc = loadDoc(before.parts);
		doc.getMap('other').set('a', 1);
		return Y.encodeStateAsUpdate(doc);
	};
	const withGhost = () => {
		const doc = loadDoc(before.parts);
		addParagraph(doc, 0, 'x');
		doc.getXmlFragment(FRAGMENT).delete(0, 1);
		expect(docJson(doc)).toEqual(docJson(one.doc));
		return Y.encodeStateAsUpdate(doc);
	};
	const pending = () => {
		const doc = loadDoc(before.parts);
		const first = Y.encodeStateVector(doc);
		addParagraph(doc, 0, 'x');
		const second = Y.encodeStateVector(doc);
		addParagraph(doc, 0, 'y');
		expect(first).not.toEqual(second);
		return Y.mergeUpdates([right, Y.encodeStateAsUpdate(doc, second)]);
	};
	const wrong = {
		forged: forged(),
		withoutDeletions: withoutDeletions(),
		withMore: withMore(),
		withGhost: withGhost(),
		pending: pending(),
		empty: new Uint8Array(),
		nothing: new Uint8Array([0, 0]),
		torn: right.subarray(0, right.length >> 1),
		bomb: new Uint8Array([0xff, 0xff, 0xff, 0x0f, 1, 1, 0])
	};
	const at = { sectionId: id, epoch: section.epoch, seq };
	const refused = refuse({ code: 'malformed', rule: 'snapshot' });
	for (const [name, bytes] of Object.entries(wrong))
		expect([name, await app.commands.compactSection({ ...at, bytes })]).toEqual([name, refused]);
	// The right bytes under a wrong number.
	for (const other of [seq - 1, seq + 1])
		expect(await app.commands.compactSection({ ...at, seq: other, bytes: right })).toEqual(refused);
	expect(await app.commands.compactSection({ ...at, epoch: 2, bytes: right })).toEqual(
		refuse({ code: 'otherEpoch' })
	);
	expect(await app.commands.compactSection({ ...at, sectionId: 'none', bytes: right })).toEqual(
		refuse({ code: 'notFound' })
	);
	expect(await app.read((tx) => documentBytes(tx, section))).toEqual(before);

	expect(await app.commands.compactSection({ ...at, bytes: right })).toEqual(ok(null));
	// Later than the newest: it has been done already, whatever the bytes say.
	expect(await app.commands.compactSection({ ...at, bytes: new Uint8Array() })).toEqual(ok(null));
	const opened = await app.read((tx) => documentBytes(tx, section));
	expect(opened).toMatchObject({ seq, snapshotSeq: seq });
	expect(hashOf(docJson(loadDoc(opened.parts)))).toBe(hashOf(docJson(one.doc)));
});

test('[A7] who wrote is known after the log was packed, and forgotten by an approval alone', async () => {
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	const one = await scribe(app, id, 'coordinator');
	for (let n = 0; n < 150; n++) addParagraph(one.doc, 0, `Rad ${n}`);
	const seq = await send(app, id, one);
	const { epoch } = await sectionNow(app, id);
	const bytes = Y.encodeStateAsUpdate(one.doc);
	expect(await app.commands.compactSection({ sectionId: id, epoch, seq, bytes })).toEqual(ok(null));
	const writers = async () => {
		const section = await sectionNow(app, id);
		return app.read((tx) => writersSinceApproval(tx, section));
	};
	expect(await writers()).toEqual([people.coordinator.id]);
	const rows = await app.read(async (tx) =>
		tx.db.select().from(sectionUpdate).where(eq(sectionUpdate.sectionId, id)).all()
	);
	expect(rows).toEqual([]);
	const submitted = await app.commands.submitSection({
		by: people.education.id,
		sectionId: id,
		seenSeq: seq
	});
	if (!submitted.ok) throw new Error('not submitted');
	const approve = (by: 'coordinator' | 'deputy') =>
		app.commands.approveSection({
			by: people[by].id,
			sectionId: id,
			hash: submitted.value.hash
		});
	expect(await approve('coordinator')).toEqual(refuse({ code: 'forbidden', why: 'fourEyes' }));
	expect((await approve('deputy')).ok).toBe(true);
	expect(await writers()).toEqual([]);
});
