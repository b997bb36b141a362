import { FORMS } from '#core/forms.ts';
import type { App } from '#server/app.ts';
import { insertLogo } from '#server/store/sender.ts';
import { listEditions } from '#server/store/editions.ts';
import type { Tx } from '#server/store/store.ts';
import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { addParagraph, scribe, send, write } from '../commands/scribes.ts';
import { pictures } from '../export/support/pictures.ts';
import { approveNow, by, must, sectionNow, submitNow } from '../support/act.ts';
import { actorOf, reportId } from '../support/look.ts';
import { mulberry } from '../support/random.ts';
import { sectionId } from '../support/server.ts';

/** A folder that is gone after `done`. */
export function folder(done: (clean: () => void) => void): string {
	const path = mkdtempSync(join(tmpdir(), 'barnbokslut-record-'));
	done(() => rmSync(path, { recursive: true, force: true }));
	return path;
}

/** The database in memory as a file. */
export async function saveTo(app: App, file: string): Promise<void> {
	await app.read(async (tx) => writeFileSync(file, handleOf(tx).serialize()));
}

const handleOf = (tx: Tx) =>
	(tx.db as Tx['db'] & { $client: Pick<Database.Database, 'serialize'> }).$client;

/** Does something of every kind of which the record keeps a row. */
export async function fillRecord(app: App): Promise<void> {
	const id = await sectionId(app, 'figures.education');
	await writeMuch(app, id);
	await letGo(app, id);
	must(
		await app.commands.rebuildSection({
			by: by('coordinator'),
			sectionId: await sectionId(app, 'units.education'),
			reason: 'Trasigt.'
		})
	);
	await show(app);
}

/** 130 updates in a pack with a snapshot, 20 after it. */
async function writeMuch(app: App, id: string): Promise<void> {
	const random = mulberry(11);
	const one = await scribe(app, id, 'education');
	for (let n = 0; n < 130; n++) write(one.doc, random);
	const seq = await send(app, id, one);
	const { epoch } = await sectionNow(app, id);
	const bytes = Y.encodeStateAsUpdate(one.doc);
	must(await app.commands.compactSection({ sectionId: id, epoch, seq, bytes }));
	for (let n = 0; n < 20; n++) addParagraph(one.doc, 0, `Rad ${n}`);
	await send(app, id, one);
}

/** Submitted, returned, submitted, late, approved, opened again, submitted. */
async function letGo(app: App, id: string): Promise<void> {
	const over = { by: by('coordinator'), sectionId: id, reason: 'Se över.' };
	must(await submitNow(app, 'education', id));
	must(await app.commands.returnSection(over));
	must(await submitNow(app, 'education', id));
	const author = await scribe(app, id, 'education');
	addParagraph(author.doc, 0, 'För sent.');
	const { epoch, seq } = await sectionNow(app, id);
	must(
		await app.commands.keepLate({
			by: by('education'),
			sectionId: id,
			epoch,
			baseSeq: seq,
			why: 'locked',
			lock: null,
			bytes: Y.mergeUpdates(author.unsent),
			text: 'För sent.'
		})
	);
	must(await approveNow(app, 'coordinator', id));
	must(await app.commands.reopenSection(over));
	must(await submitNow(app, 'education', id));
}

/** Previews, one of them taken back; pictures; a withdrawal. */
async function show(app: App): Promise<void> {
	const report = await reportId(app, 2023);
	must(
		await app.commands.addImage({ by: by('coordinator'), reportId: report, bytes: pictures.png })
	);
	const coordinator = await actorOf(app, 'coordinator');
	const { next } = must(await app.views.previews(coordinator, { reportId: report }));
	for (const message of ['Läs kapitel 1.', 'Läs allt.']) {
		const { previewId } = must(
			await app.commands.releasePreview({
				by: by('coordinator'),
				reportId: report,
				hash: next.hash,
				readers: [by('councilMember')],
				message
			})
		);
		if (message === 'Läs allt.')
			must(await app.commands.withdrawPreview({ by: by('coordinator'), previewId }));
	}
	const [edition] = await app.read((tx) => listEditions(tx));
	must(
		await app.commands.withdrawForms({
			by: by('coordinator'),
			editionId: edition?.id ?? '',
			forms: [FORMS[0]],
			reason: 'Ett namn syntes.'
		})
	);
	await app.read((tx) =>
		insertLogo(tx, {
			id: 'logo-1',
			municipalityId: coordinator.municipalityId,
			type: 'image/png',
			width: 48,
			height: 32,
			sha256: createHash('sha256').update(pictures.png).digest('hex'),
			bytes: Buffer.from(pictures.png),
			addedBy: by('coordinator'),
			addedAt: 1
		})
	);
}
