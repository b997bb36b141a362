import { docJson, loadDoc } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { documentBytes } from '#server/store/log.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { by, must, sectionNow } from '../support/act.ts';
import { connect, lastNote, until } from '../support/client.ts';
import { batchOf } from '../support/gate.ts';
import { mulberry } from '../support/random.ts';
import { sectionId, startServer } from '../support/server.ts';

/** A paragraph as one update of a client of its own. */
function paragraph(text: string): { clientId: number; bytes: Uint8Array } {
	const doc = new Y.Doc();
	const p = new Y.XmlElement('paragraph');
	p.insert(0, [new Y.XmlText(text)]);
	doc.getXmlFragment('default').insert(0, [p]);
	const update = { clientId: doc.clientID, bytes: Y.encodeStateAsUpdate(doc) };
	doc.destroy();
	return update;
}

test('[W7] what another act appends to the log while people write reaches everybody, in the log’s order', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-others-'));
	const server = await startServer({ file: join(folder, 'a.sqlite') });
	try {
		const { app } = server;
		const id = await sectionId(app, 'units.culture');
		const clients = await Promise.all([
			connect(server, id, 'culture'),
			connect(server, id, 'coordinator')
		]);
		const random = mulberry(7);
		const appended: Promise<unknown>[] = [];
		for (let step = 0; step < 400; step++) {
			clients[step % 2]?.type(`${step} `);
			if (random() < 0.15) {
				const update = { personId: by('deputy'), ...paragraph(`utifrån ${step}.`) };
				appended.push(app.commands.appendUpdates({ rooms: [batchOf(id, 1, update)] }).then(must));
			}
			if (random() < 0.3) app.collab.rejudge();
			if (random() < 0.3) await new Promise((go) => setTimeout(go, Math.floor(random() * 4)));
		}
		await Promise.all(appended);
		app.collab.rejudge();
		for (const client of clients)
			await until(() => lastNote(client, 'ack')?.count === 201, 'all acknowledged');
		const { seq } = await sectionNow(app, id);
		await until(
			() => clients.every((c) => lastNote(c, 'hash')?.seq === seq),
			'both are told the hash of the newest text'
		);
		const stored = await app.read(async (tx) =>
			loadDoc((await documentBytes(tx, { id, epoch: 1 })).parts)
		);
		expect(appended.length).toBeGreaterThan(30);
		expect(plainText(docJson(stored)).match(/utifrån \d+\./g)).toHaveLength(appended.length);
		for (const client of clients) {
			expect(docJson(client.doc)).toEqual(docJson(stored));
			client.destroy();
		}
	} finally {
		await server.close();
		rmSync(folder, { recursive: true, force: true });
	}
});
