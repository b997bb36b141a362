import type { Actor } from '#core/access.ts';
import type { Anchor, Review, ThreadOnPage } from '#core/review.ts';
import { makeAnchor, readAnchor } from '#schema/anchor.ts';
import { quoteOf } from '#schema/anchor-quote.ts';
import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import { outlineOf } from '#schema/outline.ts';
import { FRAGMENT } from '#schema/version.ts';
import type { App } from '#server/app.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { documentBytes } from '#server/store/log.ts';
import { listNotices } from '#server/store/notices.ts';
import { loadActor } from '#server/store/people.ts';
import * as Y from 'yjs';
import { by, must, sectionNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { sectionId } from '../support/server.ts';
import { addParagraph, paragraphs, scribe, send, type Scribe } from './scribes.ts';

/** People who speak about a section that education writes: what they see of it, and what they say. */

export const KEY = 'figures.education';
export const SENTENCE = 'Nio av tio elever trivs i skolan.';

/** The demo with a section whose first paragraph is `SENTENCE`, written by education. */
export async function reviewed(options: { clock?: () => number } = {}) {
	const app = await demoApp(options);
	const id = await sectionId(app, KEY);
	const writer = await scribe(app, id, 'education');
	addParagraph(writer.doc, 0, SENTENCE);
	await send(app, id, writer);
	return { app, id, writer };
}

export function firstText(doc: Y.Doc): Y.XmlText {
	const [first] = paragraphs(doc);
	if (!first) throw new Error('no paragraph');
	return first.text;
}

/** The words in the first paragraph; of no words the place behind `after`. */
export function anchorOn(doc: Y.Doc, words: string, after = ''): Anchor {
	const type = firstText(doc);
	const index = type.toJSON().indexOf(after + words) + after.length;
	if (index < after.length) throw new Error(`no “${words}” there`);
	return makeAnchor({ start: { type, index }, end: { type, index: index + words.length } });
}

/** A block of the first level. */
export function anchorOnBlock(doc: Y.Doc, index: number): Anchor {
	const type = doc.getXmlFragment(FRAGMENT);
	return makeAnchor({ start: { type, index }, end: { type, index: index + 1 } });
}

export async function review(app: App, id: string, who: DemoPersonKey): Promise<Review> {
	return must(await app.views.review(await personOf(app, who), { sectionId: id }));
}

export async function personOf(app: App, who: DemoPersonKey): Promise<Actor> {
	const actor = await app.read((tx) => loadActor(tx, people[who].id));
	if (!actor) throw new Error(`no ${who}`);
	return actor;
}

export async function threadNow(
	app: App,
	id: string,
	threadId: string,
	who: DemoPersonKey = 'coordinator'
): Promise<ThreadOnPage> {
	const found = (await review(app, id, who)).threads.find((thread) => thread.id === threadId);
	if (!found) throw new Error('no such thread');
	return found;
}

type Saying = {
	anchor?: Anchor | null;
	text?: string;
	mentions?: string[];
	mustMeet?: boolean;
	epoch?: number;
};

/** Begins a thread; about the section where there is no anchor. */
export async function comment(app: App, id: string, who: DemoPersonKey, saying: Saying = {}) {
	const { epoch } = await sectionNow(app, id);
	return app.commands.startThread({
		by: by(who),
		sectionId: id,
		epoch,
		anchor: null,
		text: 'Stämmer det?',
		mentions: [],
		mustMeet: false,
		...saying
	});
}

/** Proposes `proposed` for `words` of the first paragraph, as the scribe sees it. */
export async function suggest(
	app: App,
	id: string,
	from: Scribe,
	{ words, proposed, after = '' }: { words: string; proposed: string; after?: string }
) {
	const { epoch } = await sectionNow(app, id);
	return app.commands.startSuggestion({
		by: by(from.person),
		sectionId: id,
		epoch,
		anchor: anchorOn(from.doc, words, after),
		replaces: words,
		proposed,
		text: '',
		mentions: []
	});
}

export async function storedDoc(app: App, id: string): Promise<Y.Doc> {
	const section = await sectionNow(app, id);
	return loadDoc((await app.read((tx) => documentBytes(tx, section))).parts);
}

/** What the section says, by its hash, and how much was stored for it. */
export async function untouched(app: App, id: string) {
	const { seq, epoch, version, state, approvedSeq } = await sectionNow(app, id);
	const hash = hashOf(docJson(await storedDoc(app, id)));
	return { seq, epoch, version, state, approvedSeq, hash };
}

/** What an anchor says in the stored document; null when it is gone. */
export async function said(app: App, id: string, anchor: Anchor | null): Promise<string | null> {
	const outline = outlineOf(await storedDoc(app, id));
	const passage = anchor && readAnchor(outline, anchor);
	return passage?.is === 'here' ? quoteOf(outline, passage, new Map()) : null;
}

/** What the person was told of threads, the oldest first. */
export async function told(app: App, who: DemoPersonKey): Promise<string[]> {
	const notices = await app.read((tx) => listNotices(tx, by(who), 100));
	return notices
		.filter(({ threadId }) => threadId !== null)
		.reverse()
		.map(({ kind }) => kind);
}
