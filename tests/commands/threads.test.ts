import { LONGEST_COMMENT, MOST_COMMENTS, MOST_THREADS, MOST_WORDINGS } from '#core/review.ts';
import { refuse } from '#core/result.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { listAudit } from '#server/store/audit.ts';
import { deleteGrants } from '#server/store/people.ts';
import { listSections, setShares } from '#server/store/sections.ts';
import {
	insertComment,
	insertThread,
	listComments,
	listThreads,
	rewordComment
} from '#server/store/threads.ts';
import { expect, test } from 'vitest';
import { approveNow, by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import {
	anchorOn,
	anchorOnBlock,
	comment,
	firstText,
	KEY,
	personOf,
	review,
	reviewed,
	SENTENCE,
	suggest,
	threadNow,
	told,
	untouched
} from './reviewers.ts';
import { send } from './scribes.ts';

const READERS: DemoPersonKey[] = [
	'administrator',
	'coordinator',
	'deputy',
	'education',
	'social',
	'culture'
];

test('[R1] [A8] whoever reads a section comments on it; for others neither it nor its threads exist', async () => {
	const { app, id, writer } = await reviewed();
	const anchor = anchorOn(writer.doc, 'Nio av tio');
	for (const who of READERS) must(await comment(app, id, who, { anchor, text: `Av ${who}` }));
	const { threads, people: named, mayComment } = await review(app, id, 'social');
	expect(mayComment).toBe(true);
	expect(threads.map(({ by: { name } }) => name)).toEqual(READERS.map((who) => people[who].name));
	expect(new Set(threads.map(({ quote }) => quote))).toEqual(new Set(['Nio av tio']));
	expect(named.map((one) => one.id).sort()).toEqual(READERS.map((who) => by(who)).sort());
	expect(named.find((one) => one.id === by('social'))?.department).toBe('Socialtjänsten');

	// A council member, and somebody whose roles were taken back.
	await app.read((tx) => deleteGrants(tx, by('culture')));
	const threadId = threads[0]?.id ?? '';
	const commentId = threads[5]?.comments[0]?.id ?? '';
	for (const who of ['councilMember', 'culture'] as const) {
		const actor = await personOf(app, who);
		const nothing = refuse({ code: 'notFound' });
		const on = { by: by(who), sectionId: id };
		const said = { text: 'Hej', mentions: [] };
		const seen = { ...on, threadId, version: 1 };
		expect(await app.views.review(actor, { sectionId: id })).toEqual(nothing);
		expect(await comment(app, id, who, { anchor })).toEqual(nothing);
		expect(await app.commands.answerThread({ ...on, threadId, ...said })).toEqual(nothing);
		expect(await app.commands.editComment({ ...on, commentId, ...said })).toEqual(nothing);
		expect(await app.commands.withdrawComment({ ...on, commentId })).toEqual(nothing);
		expect(await app.commands.resolveThread(seen)).toEqual(nothing);
		expect(await app.commands.reopenThread(seen)).toEqual(nothing);
	}
	// A thread of another section is no thread of this one.
	const { reportId } = await sectionNow(app, id);
	const sections = await app.read((tx) => listSections(tx, reportId));
	const other = sections.find((section) => section.id !== id)?.id ?? '';
	const there = { by: by('coordinator'), sectionId: other };
	expect(
		refusalOf(await app.commands.answerThread({ ...there, threadId, text: 'Hej', mentions: [] }))
	).toEqual({ code: 'notFound' });
	expect(refusalOf(await app.commands.withdrawComment({ ...there, commentId }))).toEqual({
		code: 'notFound'
	});
});

test('[R1] [S6] [S4] in a locked section a thread leaves document, hash and approval as they are', async () => {
	const { app, id, writer } = await reviewed();
	must(await submitNow(app, 'education', id));
	const before = await untouched(app, id);
	const anchor = anchorOn(writer.doc, 'trivs i skolan');
	const { threadId } = must(await comment(app, id, 'social', { anchor }));
	const on = { by: by('education'), sectionId: id, threadId };
	must(await app.commands.answerThread({ ...on, text: 'Ja.', mentions: [] }));
	must(await app.commands.resolveThread({ ...on, version: 1 }));
	expect(await untouched(app, id)).toEqual(before);
	must(await approveNow(app, 'coordinator', id));
	const approved = await untouched(app, id);
	must(await app.commands.reopenThread({ ...on, version: 2 }));
	must(await comment(app, id, 'administrator', { anchor: anchorOnBlock(writer.doc, 0) }));
	expect(await untouched(app, id)).toEqual(approved);
	// Nobody wrote by it: four eyes see the same people.
	const thread = await threadNow(app, id, threadId);
	expect(thread).toMatchObject({
		state: 'open',
		quote: 'trivs i skolan',
		isGone: false,
		version: 3
	});
});

test('[R1] who began a thread resolves it, and who may write the section; others may not', async () => {
	const { app, id } = await reviewed();
	// Culture answers for its own rows alone.
	const section = await sectionNow(app, id);
	const culture = ['demo-kultur-och-fritid'];
	await app.read((tx) => setShares(tx, section, culture, culture));
	const may: Record<string, boolean> = {
		administrator: false,
		coordinator: true,
		deputy: true,
		education: true,
		social: false,
		culture: false
	};
	for (const who of READERS) {
		const { threadId } = must(await comment(app, id, 'coordinator'));
		const seen = { by: by(who), sectionId: id, threadId, version: 1 };
		const done = await app.commands.resolveThread(seen);
		expect(done.ok, who).toBe(may[who]);
		if (!done.ok) expect(done.refusal.code).toBe('forbidden');
		expect((await threadNow(app, id, threadId, who)).mayResolve).toBe(may[who]);
		const own = must(await comment(app, id, who)).threadId;
		expect((await threadNow(app, id, own, who)).mayResolve).toBe(true);
		must(await app.commands.resolveThread({ ...seen, threadId: own }));
		must(await app.commands.reopenThread({ ...seen, threadId: own, version: 2 }));
	}
});

test('[R1] [S10] of two who resolve at the same moment one does it, and the other is told who did', async () => {
	const { app, id } = await reviewed({ clock: () => 1_800_000_000_000 });
	const { threadId } = must(await comment(app, id, 'social'));
	const seen = { sectionId: id, threadId, version: 1 };
	const [first, second] = await Promise.all([
		app.commands.resolveThread({ ...seen, by: by('education') }),
		app.commands.resolveThread({ ...seen, by: by('deputy') })
	]);
	must(first);
	const moved = { code: 'moved', by: people.education.name, at: 1_800_000_000_000 };
	expect(refusalOf(second)).toEqual({ ...moved, happened: 'resolved' });
	expect(await threadNow(app, id, threadId)).toMatchObject({
		state: 'resolved',
		stateBy: people.education.name,
		version: 2
	});
	// Who saw it before it was resolved does not take it up again.
	expect(refusalOf(await app.commands.reopenThread({ ...seen, by: by('social') }))).toMatchObject({
		code: 'moved',
		happened: 'resolved'
	});
	// An answer opens nothing.
	must(await app.commands.answerThread({ ...seen, by: by('social'), text: 'Tack.', mentions: [] }));
	expect((await threadNow(app, id, threadId)).state).toBe('resolved');
	must(await app.commands.reopenThread({ ...seen, by: by('social'), version: 2 }));
	expect(
		refusalOf(await app.commands.reopenThread({ ...seen, by: by('deputy'), version: 3 }))
	).toMatchObject({ code: 'moved', happened: 'takenUp', by: people.social.name });
});

test('[R1] what must be met hinders the approval until it is resolved, and no submission', async () => {
	const { app, id } = await reviewed();
	const must_ = { mustMeet: true };
	for (const who of ['education', 'social', 'administrator'] as const)
		expect(refusalOf(await comment(app, id, who, must_))).toMatchObject({ code: 'forbidden' });
	const one = must(await comment(app, id, 'coordinator', must_)).threadId;
	const two = must(await comment(app, id, 'deputy', must_)).threadId;
	must(await comment(app, id, 'social'));
	must(await submitNow(app, 'education', id));
	const section = await sectionNow(app, id);
	const hinder = { what: 'commentOpen', sectionId: id, key: KEY, title: section.title };
	const refused = (count: number) => ({ code: 'notReady', hinders: [{ ...hinder, count }] });
	expect(refusalOf(await approveNow(app, 'coordinator', id))).toEqual(refused(2));
	const seen = { by: by('education'), sectionId: id, version: 1 };
	must(await app.commands.resolveThread({ ...seen, threadId: one }));
	expect(refusalOf(await approveNow(app, 'coordinator', id))).toEqual(refused(1));
	expect((await sectionNow(app, id)).state).toBe('submitted');
	// A thread of which every word was taken back hinders nothing.
	const [said] = (await threadNow(app, id, two)).comments;
	must(
		await app.commands.withdrawComment({
			by: by('deputy'),
			sectionId: id,
			commentId: said?.id ?? ''
		})
	);
	expect((await threadNow(app, id, two)).state).toBe('resolved');
	must(await approveNow(app, 'coordinator', id));
});

test('[R1] an edit leaves the earlier wordings, a withdrawal its trace and no word; both are one’s own alone', async () => {
	let now = 1_800_000_000_000;
	const { app, id } = await reviewed({ clock: () => now });
	const { threadId } = must(await comment(app, id, 'social', { text: 'Första lydelsen' }));
	const commentId = (await threadNow(app, id, threadId)).comments[0]?.id ?? '';
	const on = { by: by('social'), sectionId: id, commentId };
	for (const text of ['Andra lydelsen', 'Tredje lydelsen', 'Tredje lydelsen']) {
		now += 1000;
		must(await app.commands.editComment({ ...on, text, mentions: [] }));
	}
	const shown = async () => (await threadNow(app, id, threadId, 'education')).comments[0];
	expect(await shown()).toMatchObject({
		text: 'Tredje lydelsen',
		editedAt: 1_800_000_002_000,
		isMine: false,
		earlier: [
			{ text: 'Första lydelsen', at: 1_800_000_000_000 },
			{ text: 'Andra lydelsen', at: 1_800_000_001_000 }
		]
	});
	for (const who of ['coordinator', 'administrator', 'education'] as const) {
		const theirs = { ...on, by: by(who) };
		expect(
			refusalOf(await app.commands.editComment({ ...theirs, text: 'Nej', mentions: [] }))
		).toMatchObject({ code: 'forbidden' });
		expect(refusalOf(await app.commands.withdrawComment(theirs))).toMatchObject({
			code: 'forbidden'
		});
	}
	must(await app.commands.withdrawComment(on));
	const withdrawn = await shown();
	expect(withdrawn).toMatchObject({ text: '', mentions: [], earlier: [], withdrawnAt: now });
	for (const who of READERS)
		expect(JSON.stringify(await review(app, id, who))).not.toContain('lydelsen');
	const done = { code: 'moved', happened: 'done' };
	expect(refusalOf(await app.commands.withdrawComment(on))).toMatchObject(done);
	expect(
		refusalOf(await app.commands.editComment({ ...on, text: 'Åter', mentions: [] }))
	).toMatchObject(done);
});

test('[R1] a passage that vanished: before it is sent, the comment is refused; afterwards its thread stays to be read', async () => {
	const { app, id, writer } = await reviewed();
	const anchor = anchorOn(writer.doc, 'Nio av tio');
	const { threadId } = must(await comment(app, id, 'social', { anchor }));
	const text = firstText(writer.doc);
	text.delete(0, 'Nio av tio'.length);
	// What was typed and not stored yet is not known here.
	text.insert(text.length, ' Alla.');
	expect(
		refusalOf(await comment(app, id, 'education', { anchor: anchorOn(writer.doc, 'Alla') }))
	).toMatchObject({ code: 'moved', happened: 'textChanged' });
	await send(app, id, writer);
	must(await comment(app, id, 'education', { anchor: anchorOn(writer.doc, 'Alla') }));
	expect(refusalOf(await comment(app, id, 'social', { anchor }))).toMatchObject({
		code: 'moved',
		happened: 'textChanged',
		by: people.education.name
	});
	const gone = await threadNow(app, id, threadId);
	expect(gone).toMatchObject({ isGone: true, anchor: null, quote: 'Nio av tio' });
	expect(gone.comments[0]?.text).toBe('Stämmer det?');
	const on = { by: by('social'), sectionId: id, threadId };
	must(await app.commands.answerThread({ ...on, text: 'Borta.', mentions: [] }));
	must(await app.commands.resolveThread({ ...on, version: 1 }));
	expect(refusalOf(await comment(app, id, 'social', { anchor, epoch: 7 }))).toEqual({
		code: 'otherEpoch'
	});
	// With the paragraph the letters are not even kept as deleted.
	must(await comment(app, id, 'social', { anchor: anchorOnBlock(writer.doc, 0) }));
	writer.doc.getXmlFragment('default').delete(0, 1);
	await send(app, id, writer);
	const { threads } = await review(app, id, 'social');
	expect(threads.map(({ isGone }) => isGone)).toEqual([true, true, true]);
	expect(threads.map(({ quote }) => quote)).toContain(' elever trivs i skolan. Alla.');
});

test('[R1] a comment has words, and not too many; nobody is named who may not read it (A8)', async () => {
	const { app, id } = await reviewed();
	const problem = async (saying: Parameters<typeof comment>[3]) =>
		refusalOf(await comment(app, id, 'social', saying));
	const wrong = (field: string, problem: string) => ({
		code: 'invalid',
		problems: [{ field, problem }]
	});
	expect(await problem({ text: ' \n ' })).toEqual(wrong('text', 'length'));
	expect(await problem({ text: 'x'.repeat(1024 * 1024) })).toEqual(wrong('text', 'length'));
	expect(await problem({ text: 'x'.repeat(LONGEST_COMMENT + 1) })).toEqual(wrong('text', 'length'));
	expect(await problem({ text: 'a\u0000b' })).toEqual(wrong('text', 'text'));
	expect(await problem({ text: 'a\ud800b' })).toEqual(wrong('text', 'text'));
	// Of a council member it is not told that they exist.
	const unknown = wrong('mentions', 'unknown');
	expect(await problem({ mentions: [by('councilMember')] })).toEqual(unknown);
	expect(await problem({ mentions: ['finns-inte'] })).toEqual(unknown);
	expect((await review(app, id, 'social')).threads).toEqual([]);
	must(await comment(app, id, 'social', { text: ` rad ett\r\nrad två\t${'å'.repeat(9000)} ` }));
	const [thread] = (await review(app, id, 'social')).threads;
	expect(thread?.comments[0]?.text.slice(0, 17)).toBe('rad ett\nrad två\tå');
	const bad = [
		{ start: '', end: '' },
		{ start: '%%%', end: '%%%' },
		{ start: 'AAAA', end: 'AQ==' },
		{ start: 'A'.repeat(340), end: 'A'.repeat(340) }
	];
	for (const anchor of bad)
		expect(await problem({ anchor }), anchor.start).toEqual(wrong('anchor', 'place'));
});

test('[N1] people are told once: who is named of that alone, then who takes part and who writes', async () => {
	const { app, id } = await reviewed();
	const { threadId } = must(
		await comment(app, id, 'social', { text: 'Hej Sara', mentions: [by('coordinator')] })
	);
	expect(await told(app, 'coordinator')).toEqual(['mention']);
	expect(await told(app, 'education')).toEqual(['comment']);
	expect(await told(app, 'social')).toEqual([]);
	expect(await told(app, 'culture')).toEqual([]);
	const on = { by: by('coordinator'), sectionId: id, threadId };
	must(await app.commands.answerThread({ ...on, text: 'Hej', mentions: [by('education')] }));
	expect(await told(app, 'education')).toEqual(['comment', 'mention']);
	expect(await told(app, 'social')).toEqual(['comment']);
	const commentId = (await threadNow(app, id, threadId)).comments[1]?.id ?? '';
	const mentions = [by('education'), by('culture')];
	must(await app.commands.editComment({ ...on, commentId, text: 'Hej', mentions }));
	expect(await told(app, 'culture')).toEqual(['mention']);
	expect(await told(app, 'education')).toEqual(['comment', 'mention']);
	expect(await told(app, 'councilMember')).toEqual([]);
});

test('[S9] each act is a line in the trail, with no word of what was said', async () => {
	const { app, id, writer } = await reviewed();
	const { reportId } = await sectionNow(app, id);
	const trail = () => app.read((tx) => listAudit(tx, reportId));
	const before = (await trail()).length;
	const anchor = anchorOn(writer.doc, SENTENCE);
	const { threadId } = must(await comment(app, id, 'social', { anchor, text: 'Hemlighet ett' }));
	const on = { by: by('social'), sectionId: id, threadId };
	must(await app.commands.answerThread({ ...on, text: 'Hemlighet två', mentions: [] }));
	const commentId = (await threadNow(app, id, threadId)).comments[1]?.id ?? '';
	const own = { by: by('social'), sectionId: id, commentId };
	must(await app.commands.editComment({ ...own, text: 'Hemlighet tre', mentions: [] }));
	must(await app.commands.withdrawComment(own));
	must(await app.commands.resolveThread({ ...on, version: 1 }));
	must(await app.commands.reopenThread({ ...on, version: 2 }));
	const lines = await trail();
	const made = lines.slice(0, lines.length - before).reverse();
	expect(made.map(({ act }) => act)).toEqual([
		'thread.start',
		'thread.answer',
		'comment.edit',
		'comment.withdraw',
		'thread.resolve',
		'thread.reopen'
	]);
	expect(JSON.stringify(made)).not.toMatch(/Hemlighet|Nio av tio/);
});

test('[R1] [W10] a section has no more threads, and a thread no more comments and wordings, than can be read', async () => {
	const { app, id, writer } = await reviewed();
	const anchor = anchorOn(writer.doc, 'Nio av tio');
	const { threadId } = must(await comment(app, id, 'social', { anchor }));
	const [thread] = await app.read((tx) => listThreads(tx, id));
	const [said] = await app.read((tx) => listComments(tx, threadId));
	if (!thread || !said) throw new Error('nothing was said');
	await app.read(async (tx) => {
		for (let n = 1; n < MOST_THREADS; n++) await insertThread(tx, { ...thread, id: `t${n}` });
		for (let n = 1; n < MOST_WORDINGS; n++) {
			const [now] = await listComments(tx, threadId);
			if (now) await rewordComment(tx, now, { text: `Lydelse ${n}`, mentions: [], at: n });
		}
		for (let n = 1; n < MOST_COMMENTS; n++) await insertComment(tx, { ...said, id: `c${n}` });
	});
	const full = (limit: string) => ({ code: 'tooLarge', limit });
	const at = { by: by('social'), sectionId: id };
	const words = { text: 'Till', mentions: [] };
	expect(refusalOf(await comment(app, id, 'social'))).toEqual(full('threads'));
	const made = { words: 'elever', proposed: 'barn' };
	expect(refusalOf(await suggest(app, id, writer, made))).toEqual(full('threads'));
	expect(refusalOf(await app.commands.answerThread({ ...at, threadId, ...words }))).toEqual(
		full('comments')
	);
	const edit = { ...at, commentId: said.id, ...words };
	expect(refusalOf(await app.commands.editComment(edit))).toEqual(full('comments'));
	const { threads } = await review(app, id, 'social');
	expect(threads.length).toBe(MOST_THREADS);
	expect(threads.every(({ isGone }) => !isGone)).toBe(true);
});

test('[N1] [A8] who took part and may read the section no longer is told nothing more of it', async () => {
	const { app, id } = await reviewed();
	const { threadId } = must(await comment(app, id, 'culture'));
	const answer = () =>
		app.commands.answerThread({
			by: by('coordinator'),
			sectionId: id,
			threadId,
			text: 'Ja.',
			mentions: []
		});
	must(await answer());
	expect(await told(app, 'culture')).toEqual(['comment']);
	await app.read((tx) => deleteGrants(tx, by('culture')));
	must(await answer());
	expect(await told(app, 'culture')).toEqual(['comment']);
	expect(await told(app, 'education')).toEqual(['comment', 'comment', 'comment']);
});
