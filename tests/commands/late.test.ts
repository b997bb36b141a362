import { ok, refuse } from '#core/result.ts';
import { docJson, loadDoc, seedUpdate } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { FRAGMENT } from '#schema/version.ts';
import type { App } from '#server/app.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { listAudit } from '#server/store/audit.ts';
import { readHistory } from '#server/store/history.ts';
import { getLate } from '#server/store/late.ts';
import { documentBytes, listClaims } from '#server/store/log.ts';
import { writersSinceApproval } from '#server/store/writers.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { mulberry } from '../support/random.ts';
import { sectionId } from '../support/server.ts';
import { addParagraph, paragraphs, scribe, send, write, type Scribe } from './scribes.ts';

const KEY = 'figures.education';
const WORDS = 'under hela läsåret';

/** The section's stored text, a line for each paragraph. */
async function text(app: App, id: string): Promise<string> {
	const section = await sectionNow(app, id);
	return plainText(docJson(loadDoc((await app.read((tx) => documentBytes(tx, section))).parts)));
}

const times = (words: string, all: string) => all.split(words).length - 1;

/** Keeps what a scribe wrote and never sent, as a room does when a lock was in the way. */
async function kept(
	app: App,
	id: string,
	from: Scribe,
	what: { why?: string; text?: string; bytes?: Uint8Array } = {}
): Promise<string> {
	const { epoch, seq } = await sectionNow(app, id);
	const { lateId } = must(
		await app.commands.keepLate({
			by: by(from.person),
			sectionId: id,
			epoch,
			baseSeq: seq,
			why: what.why ?? 'locked',
			lock: null,
			bytes: what.bytes ?? Y.mergeUpdates(from.unsent),
			text: what.text ?? WORDS
		})
	);
	return lateId ?? '';
}

const accept = (app: App, lateId: string, who: DemoPersonKey = 'coordinator') =>
	app.commands.acceptLate({ by: by(who), lateId });

/** A section whose first paragraph is known, and two who write in it. */
async function desk() {
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	const first = await scribe(app, id, 'social');
	addParagraph(first.doc, 0, 'Eleverna trivs i skolan.');
	await send(app, id, first);
	return {
		app,
		id,
		author: await scribe(app, id, 'education'),
		other: await scribe(app, id, 'social')
	};
}

const firstText = (of: Scribe) => {
	const [first] = paragraphs(of.doc);
	if (!first) throw new Error('no paragraph');
	return first;
};

test('[L4] what met a lock goes in after reopening: once, where it was written, as its author’s', async () => {
	const { app, id, author, other } = await desk();
	firstText(author).text.insert('Eleverna trivs'.length, ` ${WORDS}`);
	must(await submitNow(app, 'coordinator', id));
	const lateId = await kept(app, id, author);
	expect(await accept(app, lateId)).toMatchObject({ ok: false, refusal: { code: 'locked' } });
	must(await app.commands.returnSection({ by: by('coordinator'), sectionId: id, reason: 'Mer.' }));
	// The others have written on in the same sentence.
	firstText(other).text.insert(0, 'Nästan alla. ');
	await send(app, id, other);
	const before = await sectionNow(app, id);

	const accepted = must(await accept(app, lateId));
	expect(accepted).toEqual({
		sectionId: id,
		seq: before.seq + 1,
		placed: 'inPlace',
		author: people.education.id
	});
	const now = await text(app, id);
	expect(now).toContain(`Nästan alla. Eleverna trivs ${WORDS} i skolan.`);
	expect(times(WORDS, now)).toBe(1);
	const section = await sectionNow(app, id);
	const facts = await app.read(async (tx) => ({
		last: (await readHistory(tx, section)).at(-1),
		claims: await listClaims(tx, section),
		writers: await writersSinceApproval(tx, section),
		late: await getLate(tx, lateId),
		audit: (await listAudit(tx, section.reportId))[0],
		parts: (await documentBytes(tx, section)).parts
	}));
	expect(facts.last).toMatchObject({ seq: accepted.seq, personId: people.education.id });
	// A letter or two of change, no new text from one end to the other.
	expect(facts.last?.bytes.byteLength).toBeLessThan(100);
	const clients = [...Y.parseUpdateMeta(facts.last?.bytes ?? new Uint8Array()).from.keys()];
	expect(clients).toHaveLength(1);
	expect(clients.map((c) => facts.claims.get(c))).toEqual([people.education.id]);
	// The refused items themselves never come in: sent again, they would double the words.
	expect(clients).not.toContain(author.doc.clientID);
	const document = loadDoc(facts.parts);
	expect(document.store.clients.has(author.doc.clientID)).toBe(false);
	expect(facts.writers).toContain(people.education.id);
	expect(facts.writers).not.toContain(people.coordinator.id);
	expect(section.editedBy).toBe(people.education.id);
	expect(facts.late).toMatchObject({ state: 'accepted', decidedBy: people.coordinator.id });
	expect(facts.audit).toMatchObject({
		act: 'section.lateAccept',
		personId: people.coordinator.id,
		detail: { lateId, author: people.education.id, seq: accepted.seq, placed: 'inPlace' }
	});
});

test('[L4] [S10] a contribution is decided once, also when two decide at the same time', async () => {
	const { app, id, author } = await desk();
	firstText(author).text.insert(0, `${WORDS} `);
	const lateId = await kept(app, id, author);
	const both = await Promise.all([accept(app, lateId), accept(app, lateId, 'deputy')]);
	expect(both.map((r) => r.ok)).toEqual([true, false]);
	const again = refusalOf(await accept(app, lateId));
	expect(again).toMatchObject({ code: 'moved', happened: 'done', by: people.coordinator.name });
	const declined = await app.commands.declineLate({ by: by('deputy'), lateId, reason: 'Nej.' });
	expect(refusalOf(declined)).toEqual(again);
	expect(times(WORDS, await text(app, id))).toBe(1);
	// The same bytes, sent again, are the same contribution and not a new one.
	expect(await kept(app, id, author)).toBe(lateId);
});

test('[L4] a contribution is declined with a reason, and stays out', async () => {
	const { app, id, author } = await desk();
	firstText(author).text.insert(0, `${WORDS} `);
	const lateId = await kept(app, id, author);
	const decline = (reason: string, who: DemoPersonKey = 'coordinator') =>
		app.commands.declineLate({ by: by(who), lateId, reason });
	expect(await decline(' \n')).toEqual(refuse({ code: 'reasonNeeded' }));
	for (const who of ['education', 'administrator', 'social'] as const) {
		expect(refusalOf(await decline('Nej.', who))).toMatchObject({ code: 'forbidden' });
		expect(refusalOf(await accept(app, lateId, who))).toMatchObject({ code: 'forbidden' });
	}
	expect(refusalOf(await accept(app, 'none'))).toEqual({ code: 'notFound' });
	// A locked section too: nothing is written.
	must(await submitNow(app, 'coordinator', id));
	expect(await decline(' Står redan. ')).toEqual(
		ok({ sectionId: id, author: people.education.id })
	);
	expect(await app.read((tx) => getLate(tx, lateId))).toMatchObject({
		state: 'declined',
		decidedBy: people.coordinator.id,
		reason: 'Står redan.',
		text: WORDS
	});
	const { reportId } = await sectionNow(app, id);
	expect((await app.read((tx) => listAudit(tx, reportId)))[0]).toMatchObject({
		act: 'section.lateDecline',
		reason: 'Står redan.',
		detail: { lateId }
	});
	expect(refusalOf(await accept(app, lateId))).toMatchObject({ happened: 'done' });
	expect(await text(app, id)).not.toContain(WORDS);
});

test('[L4] [L5] words whose passage is gone are put at the end, those that stand there already nowhere', async () => {
	const { app, id, author, other } = await desk();
	firstText(author).text.insert(0, `${WORDS} `);
	const line = `${WORDS} Eleverna trivs i skolan.`;
	const late = await kept(app, id, author, { text: line });
	const buried = await kept(app, id, author, {
		why: 'deleted',
		text: 'Det som begravdes',
		bytes: seedUpdate({
			type: 'doc',
			content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Det som begravdes' }] }]
		})
	});
	other.doc.getXmlFragment(FRAGMENT).delete(0, 1);
	await send(app, id, other);
	for (const lateId of [late, buried])
		expect(must(await accept(app, lateId))).toMatchObject({ placed: 'atEnd' });
	expect((await text(app, id)).split('\n').slice(-2)).toEqual([line, 'Det som begravdes']);

	// What it would have added stands there already; what it would have deleted is gone already.
	const third = await scribe(app, id, 'education');
	const fourth = await scribe(app, id, 'social');
	for (const one of [third, fourth]) one.doc.getXmlFragment(FRAGMENT).delete(0, 1);
	await send(app, id, fourth);
	for (const [why, words] of [
		['locked', ''],
		['deleted', 'Det som begravdes']
	] as const) {
		const lateId = await kept(app, id, third, {
			why,
			text: words,
			...(why === 'deleted' ? { bytes: new Uint8Array([0, 0]) } : {})
		});
		const { seq } = await sectionNow(app, id);
		expect(refusalOf(await accept(app, lateId))).toMatchObject({
			code: 'moved',
			happened: 'textChanged'
		});
		expect((await sectionNow(app, id)).seq).toBe(seq);
		expect((await app.read((tx) => getLate(tx, lateId)))?.state).toBe('open');
	}
});

test('[L4] [W5] bytes that the gate would refuse do not come in by this door', async () => {
	const { app, id, author } = await desk();
	/** What the scribe does to a document of their own, as an update. */
	const evil = (work: (doc: Y.Doc, first: Y.XmlElement) => void): Uint8Array => {
		const doc = loadDoc([Y.encodeStateAsUpdate(author.doc)]);
		const before = Y.encodeStateVector(doc);
		const [first] = paragraphs(doc);
		if (!first) throw new Error('no paragraph');
		doc.transact(() => work(doc, first.element));
		return Y.encodeStateAsUpdate(doc, before);
	};
	const element = (name: string) => new Y.XmlElement(name);
	const cases: Record<string, Uint8Array> = {
		link: evil((_doc, first) =>
			(first.get(0) as Y.XmlText).insert(0, 'x', { link: { href: 'javascript:alert(1)' } })
		),
		attribute: evil((doc) => {
			const heading = element('heading');
			heading.setAttribute('level', 7 as unknown as string);
			doc.getXmlFragment(FRAGMENT).insert(0, [heading]);
		}),
		node: evil((doc) => doc.getXmlFragment(FRAGMENT).insert(0, [element('script')])),
		root: evil((doc) => doc.getMap('other').set('a', 1)),
		nesting: evil((doc) => doc.getXmlFragment(FRAGMENT).insert(0, [element('tableRow')])),
		deep: evil((doc) => {
			let at: Y.XmlFragment = doc.getXmlFragment(FRAGMENT);
			for (let n = 0; n < 60; n++) {
				const list = element(n % 2 === 0 ? 'bulletList' : 'listItem');
				if (n % 2 === 1) list.insert(0, [element('paragraph')]);
				at.insert(at.length, [list]);
				at = list;
			}
		}),
		pending: (() => {
			const doc = loadDoc([Y.encodeStateAsUpdate(author.doc)]);
			addParagraph(doc, 0, 'a');
			const before = Y.encodeStateVector(doc);
			addParagraph(doc, 0, 'b');
			return Y.encodeStateAsUpdate(doc, before);
		})(),
		bomb: new Uint8Array([0xff, 0xff, 0xff, 0x0f, 1, 1, 0]),
		noise: new Uint8Array([7, 7, 7])
	};
	const before = await text(app, id);
	const { seq } = await sectionNow(app, id);
	for (const [name, bytes] of Object.entries(cases)) {
		const lateId = await kept(app, id, author, { bytes, text: '' });
		expect([name, refusalOf(await accept(app, lateId))]).toEqual([
			name,
			{ code: 'malformed', rule: 'content' }
		]);
	}
	expect([await text(app, id), (await sectionNow(app, id)).seq]).toEqual([before, seq]);
	// Its words, where a person could read them, are words all the same.
	const readable = await kept(app, id, author, {
		bytes: new Uint8Array([7, 7, 8]),
		text: 'Läsbart'
	});
	expect(must(await accept(app, readable))).toMatchObject({ placed: 'atEnd' });
	expect((await text(app, id)).endsWith('Läsbart')).toBe(true);
});

test('[L4] [W12] an empty paragraph that comes in so holds its text node: two who fill it double nothing', async () => {
	const { app, id, author } = await desk();
	author.doc.getXmlFragment(FRAGMENT).insert(0, [new Y.XmlElement('paragraph')]);
	const lateId = await kept(app, id, author, { text: '' });
	expect(must(await accept(app, lateId))).toMatchObject({ placed: 'inPlace' });
	const two = [await scribe(app, id, 'education'), await scribe(app, id, 'social')] as const;
	expect(two.map((one) => firstText(one).text.length)).toEqual([0, 0]);
});

test('[L4] [W10] a section does not grow beyond its limit by this door', async () => {
	const { app, id, author, other } = await desk();
	firstText(other).text.insert(0, 'a'.repeat(3_000_000));
	await send(app, id, other);
	firstText(author).text.insert(0, 'b'.repeat(1_500_000));
	const lateId = await kept(app, id, author);
	const { seq } = await sectionNow(app, id);
	expect(await accept(app, lateId)).toEqual(refuse({ code: 'tooLarge', limit: 'document' }));
	expect((await sectionNow(app, id)).seq).toBe(seq);
	expect((await app.read((tx) => getLate(tx, lateId)))?.state).toBe('open');
});

test('[L4] at random: what goes in is what Yjs would have made of both, and no more', async () => {
	const first = 20261122;
	const app = await demoApp();
	const id = await sectionId(app, KEY);
	for (let run = 0; run < 40; run++) {
		const seed = first + run;
		const random = mulberry(seed);
		const author = await scribe(app, id, 'education');
		const other = await scribe(app, id, 'social');
		for (let n = 1 + Math.floor(random() * 12); n > 0; n--) write(author.doc, random);
		for (let n = Math.floor(random() * 12); n > 0; n--) write(other.doc, random);
		await send(app, id, other);
		const bytes = Y.mergeUpdates(author.unsent);
		const lateId = await kept(app, id, author, { bytes, text: '' });
		const section = await sectionNow(app, id);
		const { parts } = await app.read((tx) => documentBytes(tx, section));
		const [before, both] = [parts, [...parts, bytes]].map((of) => docJson(loadDoc(of)));
		const done = await accept(app, lateId);
		const now = await app.read((tx) => documentBytes(tx, section));
		const after = loadDoc(now.parts);
		expect(docJson(after), `seed ${seed}`).toEqual(both);
		expect(after.store.clients.has(author.doc.clientID), `seed ${seed}`).toBe(false);
		expect(done.ok, `seed ${seed}`).toBe(JSON.stringify(before) !== JSON.stringify(both));
	}
});
