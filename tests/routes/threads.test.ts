import type { Review, ThreadOnPage } from '#core/review.ts';
import type { ThreadAct } from '#core/thread-act.ts';
import { makeAnchor } from '#schema/anchor.ts';
import { docJson } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { FRAGMENT } from '#schema/version.ts';
import { password, people, type DemoPersonKey } from '#server/demo/people.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import * as route from '../../src/routes/(work)/reports/[id]/sections/[sectionId]/threads/+server.ts';
import { handle } from '../../src/hooks.server.ts';
import { by, must, sectionNow } from '../support/act.ts';
import { personOf as actor, reviewed, SENTENCE, storedDoc } from '../commands/reviewers.ts';

/** The door of comments and suggestions, through the real hook and the real route file. */

type Answer = {
	status: number;
	body: {
		error?: { code: string; message: string; problems?: { field: string; problem: string }[] };
		threadId?: string;
		review?: Review;
	} & Partial<Review>;
};

/** The demo, and who asks at the door of one of its sections. */
async function door() {
	const { app, id, writer } = await reviewed();
	const { reportId } = await sectionNow(app, id);
	(globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')] = app;
	const cookies = new Map<DemoPersonKey, string>();
	const cookieOf = async (who: DemoPersonKey): Promise<string> => {
		const { email } = people[who];
		const cookie =
			cookies.get(who) ?? must(await app.accounts.signIn(email, password)).cookie.split(';')[0];
		cookies.set(who, cookie ?? '');
		return cookie ?? '';
	};
	const ask = async (
		who: DemoPersonKey | null,
		raw: string | null,
		headers: Record<string, string> = {}
	): Promise<Answer> => {
		const url = new URL(`${app.origin}/reports/${reportId}/sections/${id}/threads`);
		const method = raw === null ? 'GET' : 'POST';
		const cookie = who === null ? null : await cookieOf(who);
		const request = new Request(url, {
			method,
			body: raw,
			headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...headers }
		});
		const event = {
			request,
			url,
			params: { id: reportId, sectionId: id },
			route: { id: '/(work)/reports/[id]/sections/[sectionId]/threads' },
			locals: {},
			cookies: { get: (name: string) => new RegExp(`${name}=([^;]*)`).exec(cookie ?? '')?.[1] }
		} as unknown as RequestEvent;
		const handler = route[method];
		const response = await handle({ event, resolve: async (e) => handler(e as never) });
		expect(response.headers.get('cache-control')).toBe('no-store');
		return { status: response.status, body: (await response.json()) as Answer['body'] };
	};
	const act = (who: DemoPersonKey, one: ThreadAct) => ask(who, JSON.stringify(one));
	return { app, id, writer, ask, act };
}

const words = { text: 'Stämmer det?', mentions: [] as string[] };

test('[R1] [R2] every act goes through the door, and is answered with what is said now', async () => {
	const { app, id, act, ask } = await door();
	const doc = await storedDoc(app, id);
	const [text] = (doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).toArray();
	const type = text as Y.XmlText;
	const anchor = makeAnchor({ start: { type, index: 0 }, end: { type, index: 3 } });
	const done = async (who: DemoPersonKey, one: ThreadAct): Promise<ThreadOnPage> => {
		const { status, body } = await act(who, one);
		expect(status, JSON.stringify(body)).toBe(200);
		const found = body.review?.threads.find((thread) => thread.id === body.threadId);
		if (!found) throw new Error('the thread is not in the answer');
		return found;
	};
	const begun = await done('social', { act: 'start', epoch: 1, anchor, mustMeet: false, ...words });
	const threadId = begun.id;
	expect(begun).toMatchObject({ quote: 'Nio', anchor, mayResolve: true, state: 'open' });
	await done('education', { act: 'answer', threadId, text: 'Ja.', mentions: [by('social')] });
	const commentId = begun.comments[0]?.id ?? '';
	const edited = await done('social', { act: 'edit', commentId, text: 'Säkert?', mentions: [] });
	expect(edited.comments.map((one) => one.text)).toEqual(['Säkert?', 'Ja.']);
	expect((await done('social', { act: 'resolve', threadId, version: 1 })).state).toBe('resolved');
	expect((await done('social', { act: 'reopen', threadId, version: 2 })).state).toBe('open');
	const left = await done('social', { act: 'withdrawComment', commentId });
	expect(left.comments[0]?.text).toBe('');
	const change = { act: 'suggest' as const, epoch: 1, anchor, replaces: 'Nio', proposed: 'Åtta' };
	const propose = () => done('social', { ...change, text: '', mentions: [] });
	const seen = async () => ({ threadId: (await propose()).id, version: 1 });
	expect((await done('social', { act: 'withdraw', ...(await seen()) })).state).toBe('resolved');
	const reason = 'Nej.';
	const declined = await done('education', { act: 'decline', reason, ...(await seen()) });
	expect(declined).toMatchObject({ state: 'declined', stateReason: reason });
	expect((await done('education', { act: 'accept', ...(await seen()) })).state).toBe('accepted');
	const now = plainText(docJson(await storedDoc(app, id)));
	expect(now).toContain(SENTENCE.replace('Nio', 'Åtta'));
	const { status, body } = await ask('administrator', null);
	expect([status, body.threads?.length, body.mayComment]).toEqual([200, 4, true]);
});

test('[O3] [A8] who is not signed in, of another origin, or may not read it, gets no further', async () => {
	const { app, id, ask } = await door();
	const body = JSON.stringify({ act: 'start', epoch: 1, anchor: null, mustMeet: false, ...words });
	const of = async (answer: Promise<Answer>) => {
		const { status, body } = await answer;
		return [status, body.error?.code];
	};
	expect(await of(ask(null, null))).toEqual([401, 'notSignedIn']);
	expect(await of(ask(null, body))).toEqual([401, 'notSignedIn']);
	expect(await of(ask('councilMember', null))).toEqual([404, 'notFound']);
	expect(await of(ask('councilMember', body))).toEqual([404, 'notFound']);
	const foreign = { origin: 'https://example.org' };
	expect(await of(ask('social', body, foreign))).toEqual([403, 'foreignOrigin']);
	expect(await of(ask('social', body, { origin: 'null' }))).toEqual([403, 'foreignOrigin']);
	// What a page of another site can send without asking first is nothing of ours, whoever sends it.
	const plain = { 'content-type': 'text/plain', origin: app.origin };
	expect(await of(ask('social', body, plain))).toEqual([400, 'malformed']);
	const view = must(await app.views.review(await actor(app, 'social'), { sectionId: id }));
	expect(view.threads).toEqual([]);
	expect((await ask('social', body, { origin: app.origin })).status).toBe(200);
});

test('[O2] [W10] what is not understood is refused at its field, a megabyte before it is read', async () => {
	const { app, id, ask } = await door();
	const start = { act: 'start', epoch: 1, anchor: null, mustMeet: false, ...words };
	const send = async (body: unknown) => {
		const { status, body: answer } = await ask('social', JSON.stringify(body));
		return [status, answer.error?.code, answer.error?.problems?.map(({ field }) => field)];
	};
	const invalid = (...fields: string[]) => [422, 'invalid', fields];
	expect(await send({ ...start, text: 'x'.repeat(1024 * 1024) })).toEqual([
		413,
		'tooLarge',
		undefined
	]);
	expect(await send({ ...start, text: 'x'.repeat(100_000) })).toEqual(invalid('text'));
	expect(await send({ ...start, mentions: Array(51).fill('a') })).toEqual(invalid('mentions'));
	expect(await send({ ...start, mentions: [by('councilMember')] })).toEqual(invalid('mentions'));
	expect(await send({ ...start, anchor: { start: 'A'.repeat(2_000), end: '' } })).toEqual(
		invalid('anchor.start')
	);
	expect(await send({ ...start, anchor: { start: '%', end: '%' } })).toEqual(invalid('anchor'));
	expect(await send({ ...start, by: by('coordinator') })).toEqual(invalid('by'));
	expect(await send({ ...start, sectionId: 'x' })).toEqual(invalid('sectionId'));
	expect((await send({ act: 'burn' }))[0]).toBe(422);
	expect((await send([]))[0]).toBe(422);
	expect((await ask('social', '{')).body.error?.code).toBe('malformed');
	const view = must(await app.views.review(await actor(app, 'social'), { sectionId: id }));
	expect(view.threads).toEqual([]);
});
