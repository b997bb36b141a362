import type { FixedContent } from '#core/publication.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { insertFixed, latestFixed } from '#server/store/approvals.ts';
import { listNotices } from '#server/store/notices.ts';
import type { ActionFailure } from '@sveltejs/kit';
import { isActionFailure, isRedirect } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { actions } from '../../src/routes/(work)/reports/[id]/sections/[sectionId]/+page.server.ts';
import { by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId, writeIn } from '../support/look.ts';
import { sectionId } from '../support/server.ts';

type Refused = ActionFailure<{ refusal: { code: string; happened?: string; by?: string } }>;

const look = async (app: App, who: DemoPersonKey, id: string, past: Partial<Past> = {}) =>
	app.views.desk(await actorOf(app, who), {
		reportId: await reportId(app, 2023),
		sectionId: id,
		...{ changes: false, done: null, lateDone: null, ...past }
	});
type Past = { changes: boolean; done: string | null; lateDone: string | null };

/** Posts a form of the desk; where it leads, or what it was refused with. */
async function post(
	app: App,
	who: DemoPersonKey,
	id: string,
	{ act, ...typed }: { act: keyof typeof actions } & Record<string, string>
): Promise<string | Refused> {
	const form = new FormData();
	for (const [name, value] of Object.entries(typed)) form.set(name, value);
	const params = { id: await reportId(app, 2023), sectionId: id };
	const url = new URL(`${app.origin}/reports/${params.id}/sections/${id}?/${act}`);
	const request = new Request(url, { method: 'POST', body: form });
	const locals = { app, actor: await actorOf(app, who), lang: 'sv' };
	try {
		const answer = await actions[act]({ locals, params, url, request } as never);
		if (isActionFailure(answer)) return answer;
		throw new Error('neither a way on nor a refusal');
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
		throw thrown;
	}
}

const kindsFor = async (app: App, who: DemoPersonKey, id: string) =>
	(await app.read((tx) => listNotices(tx, people[who].id, 100)))
		.filter((one) => one.sectionId === id)
		.map(({ kind }) => kind);

test('[S4] [I5] the desk shows the text that the hash is of, and an approval of an older one is refused', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'units.culture');
	await writeIn(app, 'culture', id, 'Biblioteket höll öppet hela sommaren.');
	must(await submitNow(app, 'culture', id));
	const seen = must(await look(app, 'coordinator', id));
	expect(seen.html).toContain('Biblioteket höll öppet');
	expect(seen).toMatchObject({ decides: true, noApproval: [], lock: { why: 'submitted' } });
	expect(seen.submitted?.by).toBe(people.culture.name);

	must(await app.commands.returnSection({ by: by('deputy'), sectionId: id, reason: 'Mer.' }));
	await writeIn(app, 'culture', id, 'Fritidsgården stängde i mars.');
	must(await submitNow(app, 'culture', id));
	const refused = await post(app, 'coordinator', id, { act: 'approve', hash: seen.hash });
	expect(refused).toMatchObject({
		status: 409,
		data: { act: 'approve', refusal: { code: 'moved', happened: 'textChanged' } }
	});
	const now = must(await look(app, 'coordinator', id));
	expect(now.html).toContain('Fritidsgården stängde');
	expect(now.hash).not.toBe(seen.hash);
	// What was submitted before is what the differences are told from.
	expect(now.before).toMatchObject({ what: 'submitted' });
	const changes = must(await look(app, 'coordinator', id, { changes: true }));
	expect(changes.html).toBeNull();
	expect(changes.difference?.counts.added).toBe(1);
	const way = await post(app, 'coordinator', id, { act: 'approve', hash: now.hash });
	expect(way).toContain(`?done=${id}`);
	const after = must(await look(app, 'coordinator', id, { done: id }));
	expect(after).toMatchObject({ done: { id, state: 'approved' }, lock: { why: 'approved' } });
	// Another person has decided nothing, whatever the address says.
	expect(must(await look(app, 'deputy', id, { done: id })).done).toBeNull();
});

test('[S10] of two who approve and return in the same second one wins; the other is told what happened', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'figures.economy');
	for (const order of [0, 1]) {
		if ((await sectionNow(app, id)).state === 'draft') must(await submitNow(app, 'social', id));
		const { hash } = must(await look(app, 'coordinator', id));
		const approve = () => post(app, 'coordinator', id, { act: 'approve', hash });
		const giveBack = () => post(app, 'deputy', id, { act: 'return', reason: 'Se över siffrorna.' });
		const both = await Promise.all(order === 0 ? [approve(), giveBack()] : [giveBack(), approve()]);
		const { state } = await sectionNow(app, id);
		expect(state).toBe(order === 0 ? 'approved' : 'draft');
		expect(typeof both[0]).toBe('string');
		const winner = order === 0 ? 'coordinator' : 'deputy';
		expect(both[1]).toMatchObject({
			status: 409,
			data: {
				refusal: {
					code: 'moved',
					happened: order === 0 ? 'approved' : 'returned',
					by: people[winner].name
				}
			}
		});
		// What was typed is not lost.
		if (order === 0) {
			expect(both[1]).toMatchObject({ data: { reason: 'Se över siffrorna.' } });
			const reopened = await post(app, 'deputy', id, { act: 'reopen', reason: 'Nya siffror.' });
			expect(reopened).toContain(`/sections/${id}?done=${id}`);
		}
	}
});

test('[A7] [R1] whoever may not approve is told why and who may', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'units.culture');
	await writeIn(app, 'coordinator', id, 'Samordnarens egen mening.');
	const { epoch } = await sectionNow(app, id);
	must(
		await app.commands.startThread({
			by: by('deputy'),
			sectionId: id,
			epoch,
			anchor: null,
			mustMeet: true,
			text: 'Varifrån kommer siffran?',
			mentions: []
		})
	);
	must(await submitNow(app, 'culture', id));
	const mine = must(await look(app, 'coordinator', id));
	expect(mine.noApproval).toEqual([
		{ why: 'fourEyes', others: [people.deputy.name] },
		{ why: 'mustMeet', count: 1 }
	]);
	expect(mine.threads[0]).toMatchObject({ mustMeet: true });
	const wrote = mine.wrote.find(({ id }) => id === people.coordinator.id);
	expect(wrote?.name).toBe(people.coordinator.name);
	expect(wrote?.words).toBeGreaterThan(0);
	const theirs = must(await look(app, 'deputy', id));
	expect(theirs.noApproval).toEqual([{ why: 'mustMeet', count: 1 }]);
	const refused = await post(app, 'deputy', id, { act: 'approve', hash: theirs.hash });
	expect(refused).toMatchObject({ data: { refusal: { code: 'notReady' } } });
});

test('[A8] who reads a section sees its desk without the acts; for others it does not exist', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'figures.economy');
	const writer = must(await look(app, 'education', id));
	expect(writer).toMatchObject({ decides: false, noApproval: [], next: null, late: [] });
	expect(writer.html).not.toBeNull();
	expect(refusalOf(await look(app, 'councilMember', id))).toEqual({ code: 'notFound' });
	const actor = await actorOf(app, 'coordinator');
	const past = { changes: false, done: null, lateDone: null };
	const elsewhere = { reportId: await reportId(app, 2022), sectionId: id, ...past };
	expect(refusalOf(await app.views.desk(actor, elsewhere))).toEqual({ code: 'notFound' });
	expect(refusalOf(await app.views.desk(null, elsewhere))).toEqual({ code: 'notSignedIn' });
	for (const act of ['approve', 'return'] as const) {
		const refused = await post(app, 'education', id, { act, hash: writer.hash, reason: 'Nej.' });
		expect(refused).toMatchObject({ status: 403, data: { refusal: { code: 'forbidden' } } });
	}
});

test('[N1] [S9] those whom a decision concerns hear of it, and the desk leads on to what waits next', async () => {
	const app = await demoApp();
	const [first, second] = [
		await sectionId(app, 'figures.economy'),
		await sectionId(app, 'units.culture')
	];
	must(await submitNow(app, 'culture', second));
	expect(await kindsFor(app, 'coordinator', second)).toEqual(['submitted']);
	expect(await kindsFor(app, 'culture', second)).toEqual([]);
	const seen = must(await look(app, 'coordinator', first));
	expect(seen.next?.id).toBe(second);
	const on = await post(app, 'coordinator', first, { act: 'approve', hash: seen.hash });
	expect(on).toContain(`/sections/${second}?done=${first}`);
	expect(await kindsFor(app, 'social', first)).toContain('approved');
	const empty = await post(app, 'coordinator', second, { act: 'return', reason: ' ' });
	expect(empty).toMatchObject({ status: 422, data: { refusal: { code: 'reasonNeeded' } } });
	await post(app, 'coordinator', second, { act: 'return', reason: 'Mer om fritidsgården.' });
	expect(await kindsFor(app, 'culture', second)).toEqual(['returned']);
	expect(await kindsFor(app, 'coordinator', second)).toEqual(['submitted']);
	const back = must(await look(app, 'culture', second));
	expect(back.opened).toMatchObject({
		by: people.coordinator.name,
		reason: 'Mer om fritidsgården.'
	});
});

test('[C1] a finding that hinders and that nobody has accepted keeps the section from its approval', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'units.culture');
	must(await submitNow(app, 'culture', id));
	// What was fixed before a check existed, as a newer version of the program finds it.
	const before = must(await look(app, 'coordinator', id));
	const content = await app.read(async (tx) => {
		const fixed = await latestFixed(tx, id);
		const { doc, ...rest } = JSON.parse(fixed?.content ?? '') as FixedContent;
		const words = { type: 'text', text: '3 elever var placerade i familjehem.' };
		const line = { type: 'paragraph', content: [words] };
		return canonicalJson({ ...rest, doc: { ...doc, content: [line, ...(doc.content ?? [])] } });
	});
	const hash = sha256Hex(content);
	await app.read((tx) =>
		insertFixed(tx, {
			id: 'fixed-later',
			municipalityId: 'demo-exempelkommun',
			sectionId: id,
			seq: 1_000,
			hash,
			content,
			submittedBy: by('culture'),
			submittedAt: app.clock() + 1_000
		})
	);
	expect(before.noApproval).toEqual([]);
	const seen = must(await look(app, 'coordinator', id));
	expect(seen).toMatchObject({ hash, noApproval: [{ why: 'findings', count: 1 }] });
	expect(seen.findings[0]).toMatchObject({ severity: 'blocking', overridden: null });
	const refused = await post(app, 'coordinator', id, { act: 'approve', hash });
	expect(refused).toMatchObject({ status: 422, data: { refusal: { code: 'notReady' } } });
	const finding = seen.findings[0]?.key ?? '';
	const reason = 'Siffran är redan offentlig.';
	await post(app, 'coordinator', id, { act: 'override', finding, reason });
	expect(must(await look(app, 'coordinator', id)).noApproval).toEqual([]);
	expect(await post(app, 'coordinator', id, { act: 'approve', hash })).toContain('?done=');
});
