import { refuse } from '#core/result.ts';
import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import type { DemoPersonKey } from '#server/demo/people.ts';
import { textAt } from '#server/commands/text-at.ts';
import { listAudit } from '#server/store/audit.ts';
import { readHistory } from '#server/store/history.ts';
import { documentBytes } from '#server/store/log.ts';
import { listNamedVersions } from '#server/store/named-versions.ts';
import { writersSinceApproval } from '#server/store/writers.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { mulberry } from '../support/random.ts';
import { sectionId } from '../support/server.ts';
import { addParagraph, scribe, send, write } from './scribes.ts';

const KEY = 'figures.education';

async function hashNow(app: App, id: string): Promise<string> {
	const section = await sectionNow(app, id);
	return hashOf(docJson(loadDoc((await app.read((tx) => documentBytes(tx, section))).parts)));
}

async function restore(app: App, id: string, seq: number, who: DemoPersonKey = 'education') {
	const seenSeq = (await sectionNow(app, id)).seq;
	return app.commands.restoreSection({ by: by(who), sectionId: id, seq, seenSeq });
}

test('[R3] [D9] every version can be brought back, packed and through a rebuild, and the text before it too', async () => {
	const random = mulberry(7);
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	const hashes = new Map<number, string>([[1, await hashNow(app, id)]]);
	const writeOn = async (turns: number) => {
		const one = await scribe(app, id, 'social');
		for (let n = 0; n < turns; n++) {
			const { seq } = await sectionNow(app, id);
			write(one.doc, random);
			if (one.unsent.length > 0) hashes.set(await send(app, id, one), hashOf(docJson(one.doc)));
			else hashes.set(seq, hashOf(docJson(one.doc)));
		}
		return one.doc;
	};
	const doc = await writeOn(130);
	const { epoch, seq } = await sectionNow(app, id);
	const bytes = Y.encodeStateAsUpdate(doc);
	must(await app.commands.compactSection({ sectionId: id, epoch, seq, bytes }));
	await writeOn(10);
	must(await app.commands.rebuildSection({ by: by('deputy'), sectionId: id, reason: 'Trasigt.' }));
	await writeOn(10);
	const section = await sectionNow(app, id);
	for (const [n, hash] of hashes) {
		const text = await app.read((tx) => textAt(tx, section, n));
		expect([n, text && hashOf(text.doc)]).toEqual([n, hash]);
	}
	expect(await app.read((tx) => textAt(tx, section, section.seq + 1))).toBeNull();

	const history = await app.read((tx) => readHistory(tx, section));
	for (const n of [1, 60, 131, 138, 141]) {
		const before = await sectionNow(app, id);
		const hashBefore = await hashNow(app, id);
		const done = must(await restore(app, id, n));
		expect(done).toEqual({ sectionId: id, seq: before.seq + 1, before: before.seq });
		expect(await hashNow(app, id)).toBe(hashes.get(n) ?? hashOf(0));
		const [line] = await app.read((tx) => listAudit(tx, before.reportId));
		expect(line).toMatchObject({
			act: 'section.restore',
			personId: by('education'),
			detail: { version: n, before: before.seq, seq: done.seq }
		});
		// The version before it is the way back.
		must(await restore(app, id, done.before));
		expect(await hashNow(app, id)).toBe(hashBefore);
	}
	// Nothing that was stored is gone, and who brought it back has written (A7).
	const after = await app.read((tx) => readHistory(tx, section));
	expect(after.slice(0, history.length)).toEqual(history);
	const now = await sectionNow(app, id);
	expect(await app.read((tx) => writersSinceApproval(tx, now))).toContain(by('education'));
});

test('[R3] [S3] [S10] [A3] nothing is brought back into a locked or another text, by others, or for nothing', async () => {
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	const one = await scribe(app, id, 'education');
	addParagraph(one.doc, 0, 'Ett nytt stycke.');
	const seq = await send(app, id, one);
	expect(refusalOf(await restore(app, id, seq))).toEqual({
		code: 'invalid',
		problems: [{ field: 'seq', problem: 'same' }]
	});
	for (const none of [0, -1, seq + 1, 1.5, Number.NaN])
		expect(refusalOf(await restore(app, id, none))).toEqual({ code: 'notFound' });
	// Somebody typed since the page was read: nothing is written.
	const stale = { by: by('education'), sectionId: id, seq: 1, seenSeq: seq - 1 };
	expect(refusalOf(await app.commands.restoreSection(stale))).toMatchObject({
		code: 'moved',
		happened: 'textChanged'
	});
	expect(refusalOf(await restore(app, id, 1, 'social'))).toMatchObject({ code: 'forbidden' });
	expect(refusalOf(await restore(app, id, 1, 'councilMember'))).toEqual({ code: 'notFound' });
	must(await submitNow(app, 'education', id));
	expect(refusalOf(await restore(app, id, 1))).toMatchObject({ code: 'locked' });
	expect((await sectionNow(app, id)).seq).toBe(seq);
});

test('[R3] a version has a name of its own, given by who answers for the section', async () => {
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	const one = await scribe(app, id, 'education');
	addParagraph(one.doc, 0, 'Ett nytt stycke.');
	const seq = await send(app, id, one);
	const name = (text: string, at = seq, who: DemoPersonKey = 'education') =>
		app.commands.nameVersion({ by: by(who), sectionId: id, seq: at, name: text });
	const invalid = (problem: string) =>
		refuse({ code: 'invalid', problems: [{ field: 'name', problem }] });
	must(await name('  Efter  samrådet '));
	expect(await name('efter samrådet', 1)).toEqual(invalid('taken'));
	expect(await name(' ')).toEqual(invalid('length'));
	expect(await name('x'.repeat(101))).toEqual(invalid('length'));
	expect(refusalOf(await name('Senare', seq + 1))).toEqual({ code: 'notFound' });
	expect(refusalOf(await name('Vår', 1, 'social'))).toMatchObject({ code: 'forbidden' });
	expect(refusalOf(await name('Vår', 1, 'councilMember'))).toEqual({ code: 'notFound' });
	// A name changes no text, and so a lock does not hinder it.
	must(await submitNow(app, 'coordinator', id));
	must(await name('Inskickad'));
	must(await name('Mallen', 1, 'coordinator'));
	const named = await app.read((tx) => listNamedVersions(tx, id));
	expect(named.map((n) => [n.name, n.seq, n.epoch])).toContainEqual(['Efter samrådet', seq, 1]);
	expect(named.at(-1)).toMatchObject({ name: 'Mallen', seq: 1, namedBy: by('coordinator') });
});
