import { FRAGMENT } from '#schema/version.ts';
import type { App } from '#server/app.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { claimClient } from '#server/store/append.ts';
import { appendUpdate, documentBytes } from '#server/store/log.ts';
import { getSection } from '#server/store/sections.ts';
import * as Y from 'yjs';

/** Somebody who writes in a section's document without a room around it. */
export type Scribe = { person: DemoPersonKey; doc: Y.Doc; unsent: Uint8Array[] };

/** A scribe with the section's text as it is stored. */
export async function scribe(app: App, sectionId: string, person: DemoPersonKey): Promise<Scribe> {
	const doc = new Y.Doc();
	const { parts } = await app.read(async (tx) => {
		const section = await getSection(tx, sectionId);
		if (!section) throw new Error('no section');
		return documentBytes(tx, section);
	});
	for (const part of parts) Y.applyUpdate(doc, part, 'others');
	const unsent: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== 'others') unsent.push(update);
	});
	return { person, doc, unsent };
}

/** Stores what the scribe wrote, in their name, and hands it to the others; tells the newest number. */
export async function send(app: App, sectionId: string, from: Scribe, others: Scribe[] = []) {
	const personId = people[from.person].id;
	// A database in memory has one connection, which takes writes too.
	return app.read(async (tx) => {
		const section = await getSection(tx, sectionId);
		if (!section) throw new Error('no section');
		await claimClient(tx, section, { clientId: from.doc.clientID, personId });
		for (const bytes of from.unsent.splice(0)) {
			section.seq = await appendUpdate(tx, section, { personId, at: app.clock(), bytes });
			for (const other of others) Y.applyUpdate(other.doc, bytes, 'others');
		}
		return section.seq;
	});
}

/** The paragraphs of the document's first level that hold a text. */
export function paragraphs(doc: Y.Doc): { element: Y.XmlElement; text: Y.XmlText }[] {
	return doc
		.getXmlFragment(FRAGMENT)
		.toArray()
		.flatMap((element) => {
			if (!(element instanceof Y.XmlElement) || element.nodeName !== 'paragraph') return [];
			const text = element.get(0);
			return text instanceof Y.XmlText ? [{ element, text }] : [];
		});
}

/** A new paragraph at a place of the first level. */
export function addParagraph(doc: Y.Doc, at: number, words: string): void {
	const element = new Y.XmlElement('paragraph');
	element.insert(0, [new Y.XmlText(words)]);
	doc.getXmlFragment(FRAGMENT).insert(at, [element]);
}

/** What somebody does next: letters, a deletion, a format, a paragraph more or less. */
export function write(doc: Y.Doc, random: () => number): void {
	const all = paragraphs(doc);
	const fragment = doc.getXmlFragment(FRAGMENT);
	const { element, text } = all[Math.floor(random() * all.length)] ?? {};
	const at = text ? Math.floor(random() * (text.length + 1)) : 0;
	const dice = random();
	if (!element || !text || dice < 0.1) addParagraph(doc, Math.min(1, fragment.length), 'ny');
	else if (dice < 0.2 && text.length > at) text.delete(at, Math.min(3, text.length - at));
	else if (dice < 0.25 && text.length > at) text.format(at, text.length - at, { bold: {} });
	else if (dice < 0.28 && all.length > 2) fragment.delete(fragment.toArray().indexOf(element), 1);
	else text.insert(at, 'abcdefåäö '[Math.floor(random() * 10)] ?? 'x');
}
