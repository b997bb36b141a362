import { LONGEST_QUOTE, LONGEST_SUGGESTION } from '#core/review.ts';
import { refuse } from '#core/result.ts';
import { docJson } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import type { App } from '#server/app.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { listClaims } from '#server/store/log.ts';
import { readHistory } from '#server/store/history.ts';
import { deleteGrants } from '#server/store/people.ts';
import { setShares } from '#server/store/sections.ts';
import { writersSinceApproval } from '#server/store/writers.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { approveNow, by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import {
	anchorOn,
	comment,
	firstText,
	KEY,
	personOf,
	review,
	reviewed,
	said,
	SENTENCE,
	storedDoc,
	suggest,
	threadNow,
	told,
	untouched
} from './reviewers.ts';
import { addParagraph, scribe, send } from './scribes.ts';

const firstLine = async (app: App, id: string): Promise<string> =>
	plainText(docJson(await storedDoc(app, id))).split('\n')[0] ?? '';

const seen = (who: DemoPersonKey, sectionId: string, threadId: string, version = 1) => ({
	by: by(who),
	sectionId,
	threadId,
	version
});

test('[R2] [A7] a suggestion changes nothing before it is taken in; then it is the change of who took it in', async () => {
	const { app, id } = await reviewed();
	const before = await untouched(app, id);
	const reader = await scribe(app, id, 'social');
	const { threadId } = must(
		await suggest(app, id, reader, { words: 'Nio av tio elever', proposed: 'Nästan alla' })
	);
	expect(await untouched(app, id)).toEqual(before);
	expect(await threadNow(app, id, threadId, 'education')).toMatchObject({
		kind: 'suggestion',
		state: 'open',
		by: { name: people.social.name },
		quote: 'Nio av tio elever',
		proposed: 'Nästan alla',
		mayDecide: true,
		mayWithdraw: false,
		mayResolve: false,
		comments: []
	});
	const { seq } = must(await app.commands.acceptSuggestion(seen('coordinator', id, threadId)));
	expect(await firstLine(app, id)).toBe('Nästan alla trivs i skolan.');
	const section = await sectionNow(app, id);
	expect([section.seq, seq]).toEqual([before.seq + 1, before.seq + 1]);
	expect(section.editedByName).toBe(people.coordinator.name);
	const last = (await app.read((tx) => readHistory(tx, section))).at(-1);
	expect(last).toMatchObject({ seq, personId: by('coordinator') });
	const [clientId] = Y.parseUpdateMeta(last?.bytes ?? new Uint8Array()).from.keys();
	const claims = await app.read((tx) => listClaims(tx, section));
	expect(claims.get(clientId ?? 0)).toBe(by('coordinator'));
	const wrote = await app.read((tx) => writersSinceApproval(tx, section));
	expect(wrote).toContain(by('coordinator'));
	expect(wrote).not.toContain(by('social'));
	must(await submitNow(app, 'education', id));
	expect(refusalOf(await approveNow(app, 'coordinator', id))).toMatchObject({ why: 'fourEyes' });
	must(await approveNow(app, 'deputy', id));
	expect(await threadNow(app, id, threadId)).toMatchObject({
		state: 'accepted',
		stateBy: people.coordinator.name,
		mayDecide: false
	});
	expect(await told(app, 'education')).toEqual(['suggestion']);
	expect(await told(app, 'social')).toEqual(['suggestionDecided']);
	expect(await told(app, 'coordinator')).toEqual([]);
});

test('[R2] [A8] who may write the section decides, whoever reads it proposes, and one takes back one’s own', async () => {
	const { app, id } = await reviewed();
	const section = await sectionNow(app, id);
	const culture = ['demo-kultur-och-fritid'];
	await app.read((tx) => setShares(tx, section, culture, culture));
	const decides: Partial<Record<DemoPersonKey, boolean>> = {
		administrator: false,
		coordinator: true,
		deputy: true,
		education: true,
		social: false,
		culture: false // its own rows alone
	};
	for (const [who, may] of Object.entries(decides) as [DemoPersonKey, boolean][]) {
		const reader = await scribe(app, id, who);
		const made = { words: 'elever', proposed: 'barn' };
		const { threadId } = must(await suggest(app, id, reader, made));
		expect(await threadNow(app, id, threadId, who)).toMatchObject({
			mayDecide: may,
			mayWithdraw: true
		});
		const on = seen(who, id, threadId);
		const declined = await app.commands.declineSuggestion({ ...on, reason: 'Nej.' });
		expect(declined.ok, who).toBe(may);
		if (!declined.ok) {
			expect(declined.refusal.code).toBe('forbidden');
			expect(refusalOf(await app.commands.acceptSuggestion(on)).code).toBe('forbidden');
			const other = seen('coordinator', id, threadId);
			expect(refusalOf(await app.commands.withdrawSuggestion(other)).code).toBe('forbidden');
			must(await app.commands.withdrawSuggestion(on));
		}
		expect(await threadNow(app, id, threadId)).toMatchObject(
			may ? { state: 'declined', stateReason: 'Nej.' } : { state: 'resolved', stateReason: null }
		);
	}
	expect(await firstLine(app, id)).toBe(SENTENCE);
	const [thread] = (await review(app, id, 'social')).threads;
	await app.read((tx) => deleteGrants(tx, by('culture')));
	for (const who of ['councilMember', 'culture'] as const) {
		const nothing = refuse({ code: 'notFound' });
		const on = seen(who, id, thread?.id ?? '');
		expect(
			await suggest(app, id, await scribe(app, id, who), { words: 'elever', proposed: 'x' })
		).toEqual(nothing);
		expect(await app.commands.acceptSuggestion(on)).toEqual(nothing);
		expect(await app.commands.declineSuggestion({ ...on, reason: '' })).toEqual(nothing);
		expect(await app.commands.withdrawSuggestion(on)).toEqual(nothing);
		expect(await app.views.review(await personOf(app, who), { sectionId: id })).toEqual(nothing);
	}
	// A comment is not decided, and a suggestion not resolved.
	const plain = must(await comment(app, id, 'social')).threadId;
	const on = seen('coordinator', id, plain);
	expect(refusalOf(await app.commands.acceptSuggestion(on)).code).toBe('notFound');
	expect(
		refusalOf(await app.commands.resolveThread(seen('coordinator', id, thread?.id ?? ''))).code
	).toBe('notFound');
});

test('[R2] [S10] of two who decide at the same moment one does it; the text changes once', async () => {
	const { app, id } = await reviewed();
	const made = { words: 'elever', proposed: 'barn' };
	const reader = await scribe(app, id, 'social');
	const { threadId } = must(await suggest(app, id, reader, made));
	const { seq } = await sectionNow(app, id);
	const [first, second, third] = await Promise.all([
		app.commands.acceptSuggestion(seen('education', id, threadId)),
		app.commands.acceptSuggestion(seen('coordinator', id, threadId)),
		app.commands.declineSuggestion({ ...seen('deputy', id, threadId), reason: '' })
	]);
	must(first);
	for (const late of [second, third])
		expect(refusalOf(late)).toMatchObject({
			code: 'moved',
			happened: 'accepted',
			by: people.education.name
		});
	expect((await sectionNow(app, id)).seq).toBe(seq + 1);
	expect(await firstLine(app, id)).toBe('Nio av tio barn trivs i skolan.');
	const again = await scribe(app, id, 'social');
	const other = must(await suggest(app, id, again, { words: 'barn', proposed: 'ungar' })).threadId;
	must(await app.commands.withdrawSuggestion(seen('social', id, other)));
	expect(
		refusalOf(await app.commands.acceptSuggestion(seen('education', id, other)))
	).toMatchObject({
		code: 'moved',
		happened: 'withdrawn',
		by: people.social.name
	});
});

test('[R2] a passage that reads otherwise takes nothing in; one that moved with its text does', async () => {
	const { app, id, writer } = await reviewed();
	const reader = await scribe(app, id, 'social');
	const one = must(
		await suggest(app, id, reader, { words: 'Nio av tio', proposed: 'Nästan alla' })
	);
	const two = must(await suggest(app, id, reader, { words: 'skolan', proposed: 'klassen' }));
	firstText(writer.doc).insert('Nio'.length, ' eller åtta');
	addParagraph(writer.doc, 0, 'Ett stycke till.');
	await send(app, id, writer);
	const before = await untouched(app, id);
	const refused = await app.commands.acceptSuggestion(seen('education', id, one.threadId));
	expect(refusalOf(refused)).toMatchObject({
		code: 'moved',
		happened: 'textChanged',
		by: people.education.name
	});
	expect(await untouched(app, id)).toEqual(before);
	expect((await threadNow(app, id, one.threadId)).state).toBe('open');
	must(await app.commands.acceptSuggestion(seen('education', id, two.threadId)));
	const lines = plainText(docJson(await storedDoc(app, id))).split('\n');
	expect(lines[1]).toBe('Nio eller åtta av tio elever trivs i klassen.');
	// What a client saw and what is stored are not the same: nothing is proposed.
	const other = await scribe(app, id, 'social');
	const { epoch } = await sectionNow(app, id);
	const proposal = {
		by: by('social'),
		sectionId: id,
		epoch,
		anchor: anchorOn(other.doc, 'stycke'),
		replaces: 'Stycke',
		proposed: 'x',
		text: '',
		mentions: []
	};
	expect(refusalOf(await app.commands.startSuggestion(proposal))).toMatchObject({ code: 'moved' });
	expect(
		refusalOf(await app.commands.startSuggestion({ ...proposal, epoch: epoch + 1 })).code
	).toBe('otherEpoch');
});

test('[R2] [S7] in a locked section it is proposed and declined, and taken in when it is open again', async () => {
	const { app, id } = await reviewed();
	must(await submitNow(app, 'education', id));
	const before = await untouched(app, id);
	const reader = await scribe(app, id, 'deputy');
	const made = { words: 'Nio av tio', proposed: '' };
	const { threadId } = must(await suggest(app, id, reader, made));
	const refused = await app.commands.acceptSuggestion(seen('coordinator', id, threadId));
	expect(refusalOf(refused)).toMatchObject({
		code: 'locked',
		lock: { why: 'submitted', by: people.education.name }
	});
	expect((await threadNow(app, id, threadId)).mayDecide).toBe(false);
	expect(await untouched(app, id)).toEqual(before);
	must(await app.commands.returnSection({ by: by('coordinator'), sectionId: id, reason: 'Se.' }));
	must(await app.commands.acceptSuggestion(seen('coordinator', id, threadId)));
	expect(await firstLine(app, id)).toBe('elever trivs i skolan.');
});

test('[R2] words are put between two letters, and comments hold on to what came in their place', async () => {
	const { app, id } = await reviewed();
	const reader = await scribe(app, id, 'social');
	const about = must(
		await comment(app, id, 'social', { anchor: anchorOn(reader.doc, 'elever trivs') })
	);
	const one = must(
		await suggest(app, id, reader, { words: '', proposed: ' av alla', after: 'elever' })
	);
	const two = must(
		await suggest(app, id, reader, { words: 'elever trivs', proposed: 'barn mår bra' })
	);
	// The same letters: what was between them is not what the second was made for.
	must(await app.commands.acceptSuggestion(seen('education', id, one.threadId)));
	expect(await firstLine(app, id)).toBe('Nio av tio elever av alla trivs i skolan.');
	expect(
		refusalOf(await app.commands.acceptSuggestion(seen('education', id, two.threadId)))
	).toMatchObject({ code: 'moved' });
	const again = await scribe(app, id, 'social');
	const whole = { words: 'elever av alla trivs', proposed: 'barn mår bra' };
	const three = must(await suggest(app, id, again, whole));
	must(await app.commands.acceptSuggestion(seen('education', id, three.threadId)));
	expect(await firstLine(app, id)).toBe('Nio av tio barn mår bra i skolan.');
	const { anchor, isGone, quote } = await threadNow(app, id, about.threadId);
	expect([isGone, quote, await said(app, id, anchor)]).toEqual([
		false,
		'elever trivs',
		'barn mår bra'
	]);
});

test('[R2] what is proposed is one line of signs, of some length, and another than what stands there', async () => {
	const { app, id } = await reviewed();
	const reader = await scribe(app, id, 'social');
	const problem = async (words: string, proposed: string) =>
		refusalOf(await suggest(app, id, reader, { words, proposed }));
	const wrong = (field: string, problem: string) => ({
		code: 'invalid',
		problems: [{ field, problem }]
	});
	for (const text of ['två\nrader', 'a\u0000', 'a\u2028b', '\ud800', 'a\tb'])
		expect(await problem('elever', text)).toEqual(wrong('proposed', 'text'));
	expect(await problem('elever', 'elever')).toEqual(wrong('proposed', 'length'));
	expect(await problem('elever', 'x'.repeat(LONGEST_SUGGESTION + 1))).toEqual(
		wrong('proposed', 'length')
	);
	addParagraph(reader.doc, 0, 'y'.repeat(LONGEST_QUOTE + 1));
	await send(app, id, reader);
	expect(await problem('y'.repeat(LONGEST_QUOTE + 1), 'kort')).toEqual(wrong('replaces', 'length'));
	const { epoch } = await sectionNow(app, id);
	const at = { by: by('social'), sectionId: id, epoch, text: '', mentions: [] };
	const anchor = anchorOn(reader.doc, 'yyy');
	const unlike = { ...at, anchor, replaces: '', proposed: 'z' };
	expect(refusalOf(await app.commands.startSuggestion(unlike))).toEqual(wrong('anchor', 'place'));
	const named = { ...unlike, replaces: 'yyy', mentions: [by('education')] };
	expect(refusalOf(await app.commands.startSuggestion(named))).toEqual(wrong('text', 'length'));
	expect((await review(app, id, 'social')).threads).toEqual([]);
	expect((await sectionNow(app, id)).key).toBe(KEY);
});
