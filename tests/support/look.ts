import type { Actor } from '#core/access.ts';
import type { App } from '#server/app.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { loadActor } from '#server/store/people.ts';
import { listReports } from '#server/store/reports.ts';
import * as Y from 'yjs';
import { sectionNow } from './act.ts';
import { batchOf } from './gate.ts';

/** A person of the demo as views are asked by them. */
export async function actorOf(app: App, person: DemoPersonKey): Promise<Actor> {
	const actor = await app.read((tx) => loadActor(tx, people[person].id));
	if (!actor) throw new Error(`${person} has no account`);
	return actor;
}

/** The id of the demo's report of a year. */
export async function reportId(app: App, year: number): Promise<string> {
	const reports = await app.read((tx) => listReports(tx, 'demo-exempelkommun'));
	const report = reports.find((r) => r.reportYear === year);
	if (!report) throw new Error(`no report of ${year}`);
	return report.id;
}

/** A paragraph of a person's own, stored in the section as the gate stores it. */
export async function writeIn(app: App, person: DemoPersonKey, sectionId: string, text: string) {
	const { epoch } = await sectionNow(app, sectionId);
	const doc = new Y.Doc();
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [new Y.XmlText(text)]);
	doc.getXmlFragment('default').insert(0, [paragraph]);
	const stored = await app.commands.appendUpdates({
		rooms: [
			batchOf(sectionId, epoch, {
				personId: people[person].id,
				clientId: doc.clientID,
				bytes: Y.encodeStateAsUpdate(doc)
			})
		]
	});
	doc.destroy();
	if (!stored.ok || stored.value.rooms[0]?.stored !== 1)
		throw new Error(`not stored: ${JSON.stringify(stored)}`);
}
