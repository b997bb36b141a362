import { makeAnchor } from '#schema/anchor.ts';
import type { App } from '#server/app.ts';
import { documentBytes } from '#server/store/log.ts';
import { lettersOf } from '#schema/outline.ts';
import { FRAGMENT } from '#schema/version.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { by, must, sectionNow } from '../support/act.ts';
import { mulberry } from '../support/random.ts';
import {
	anchorOn,
	anchorOnBlock,
	comment,
	review,
	reviewed,
	said,
	SENTENCE,
	storedDoc,
	suggest,
	threadNow
} from './reviewers.ts';
import { addParagraph, paragraphs, scribe, send, type Scribe } from './scribes.ts';

/** What a thread says, followed by counting: the letters between its first and its last. */
type Tracked = { threadId: string; key: string; from: number; to: number };

async function compact(app: App, id: string): Promise<void> {
	const section = await sectionNow(app, id);
	const { seq } = await app.read((tx) => documentBytes(tx, section));
	const bytes = Y.encodeStateAsUpdate(await storedDoc(app, id));
	must(await app.commands.compactSection({ sectionId: id, epoch: section.epoch, seq, bytes }));
}

/** Paragraphs that are known by their first letters, whatever happens around them. */
const keyOf = (text: Y.XmlText): string => lettersOf(text).slice(0, 3);
const textOf = (of: Scribe, key: string): Y.XmlText => {
	const found = paragraphs(of.doc).find(({ text }) => keyOf(text) === key);
	if (!found) throw new Error(`no paragraph ${key}`);
	return found.text;
};

/** One change somewhere; no letter at the edge of a tracked passage is deleted. */
function change(of: Scribe, random: () => number, tracked: Tracked[]): void {
	const fragment = of.doc.getXmlFragment(FRAGMENT);
	const roll = random();
	if (roll < 0.1) return addParagraph(of.doc, Math.floor(random() * fragment.length), 'nytt');
	const marked = paragraphs(of.doc).filter(({ text }) => /^#\d\d/.test(keyOf(text)));
	if (roll < 0.15) {
		const other = paragraphs(of.doc).find(({ text }) => keyOf(text) === 'nyt');
		if (other) fragment.delete(fragment.toArray().indexOf(other.element), 1);
		return;
	}
	const { text } = marked[Math.floor(random() * marked.length)] ?? {};
	if (!text) throw new Error('the paragraphs are gone');
	const own = tracked.filter(({ key }) => key === keyOf(text));
	const at = 3 + Math.floor(random() * (text.length - 2));
	if (roll < 0.55) {
		const letters = 'abcåäö'.slice(0, 1 + Math.floor(random() * 5));
		text.insert(at, letters);
		for (const one of own) {
			if (at <= one.from) one.from += letters.length;
			if (at < one.to) one.to += letters.length;
		}
	} else if (roll < 0.65) text.format(at, text.length - at, { bold: {} });
	else if (at < text.length) {
		if (own.some(({ from, to }) => at === from || at === to - 1)) return;
		text.delete(at, 1);
		for (const one of own) {
			if (at < one.from) one.from -= 1;
			if (at < one.to) one.to -= 1;
		}
	}
}

test('[R1] [D8] [D9] through 200 changes, packing, opening anew and rebuilding each thread stands where its words are', async () => {
	const { app, id } = await reviewed();
	let writer = await scribe(app, id, 'education');
	for (let n = 10; n < 16; n++)
		addParagraph(writer.doc, 0, `#${n} Alla barn i kommunen har rätt att bli hörda och sedda.`);
	await send(app, id, writer);
	const random = mulberry(11);
	const tracked: Tracked[] = [];
	for (let n = 0; n < 12; n++) {
		const text = textOf(writer, `#${10 + (n % 6)}`);
		const from = 3 + Math.floor(random() * (text.length - 8));
		const to = from + 2 + Math.floor(random() * (text.length - from - 2));
		const words = lettersOf(text).slice(from, to);
		const type = text;
		const anchor = makeAnchor({ start: { type, index: from }, end: { type, index: to } });
		const { threadId } = must(await comment(app, id, 'social', { anchor }));
		expect((await threadNow(app, id, threadId)).quote).toBe(words);
		tracked.push({ threadId, key: keyOf(text), from, to });
	}
	let rebuilt = 0;
	for (let n = 1; n <= 200; n++) {
		change(writer, random, tracked);
		if (n % 20 !== 0) continue;
		await send(app, id, writer);
		if (n % 40 === 0) await compact(app, id);
		if (n % 100 === 60) {
			const reason = 'prov';
			must(await app.commands.rebuildSection({ by: by('coordinator'), sectionId: id, reason }));
			rebuilt += 1;
		}
		writer = await scribe(app, id, 'education');
		const { threads } = await review(app, id, 'education');
		for (const { threadId, key, from, to } of tracked) {
			const thread = threads.find((one) => one.id === threadId);
			expect(thread?.isGone, `${key} at ${n}`).toBe(false);
			const letters = lettersOf(textOf(writer, key));
			expect(await said(app, id, thread?.anchor ?? null), `at ${n}`).toBe(letters.slice(from, to));
		}
	}
	expect(rebuilt).toBe(2);
});

test('[R1] [R2] [D9] after a rebuild blocks and suggestions are where they were, and what was gone stays gone', async () => {
	const { app, id, writer } = await reviewed();
	const block = must(
		await comment(app, id, 'social', { anchor: anchorOnBlock(writer.doc, 0) })
	).threadId;
	const gone = must(
		await comment(app, id, 'social', { anchor: anchorOn(writer.doc, 'Nio ') })
	).threadId;
	const whole = must(await comment(app, id, 'social')).threadId;
	const made = { words: 'elever', proposed: 'barn' };
	const { threadId } = must(await suggest(app, id, writer, made));
	const between = { words: '', proposed: ' gott', after: 'trivs' };
	const put = must(await suggest(app, id, writer, between)).threadId;
	const [first] = paragraphs(writer.doc);
	first?.text.delete(0, 'Nio '.length);
	await send(app, id, writer);
	for (const reason of ['ett', 'två'])
		must(await app.commands.rebuildSection({ by: by('coordinator'), sectionId: id, reason }));
	const { anchor } = await threadNow(app, id, block);
	expect(await said(app, id, anchor)).toBe(SENTENCE.slice('Nio '.length));
	expect(await threadNow(app, id, gone)).toMatchObject({ isGone: true, quote: 'Nio ' });
	expect(await threadNow(app, id, whole)).toMatchObject({ isGone: false, anchor: null });
	const order = (await review(app, id, 'social')).threads.map((thread) => thread.id);
	expect(order).toEqual([whole, block, threadId, put, gone]);
	for (const one of [threadId, put])
		must(
			await app.commands.acceptSuggestion({
				by: by('education'),
				sectionId: id,
				threadId: one,
				version: 1
			})
		);
	const now = await scribe(app, id, 'education');
	expect(paragraphs(now.doc)[0]?.text.toJSON()).toBe('av tio barn trivs gott i skolan.');
});
