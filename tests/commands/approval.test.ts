import type { FixedContent } from '#core/publication.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import { latestFixed, listApprovals, standingApproval } from '#server/store/approvals.ts';
import { listAudit } from '#server/store/audit.ts';
import { insertFetch, putSource } from '#server/store/figure-fetches.ts';
import { getFigures } from '#server/store/indicators.ts';
import { expect, test } from 'vitest';
import { approveNow, by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { batchOf } from '../support/gate.ts';
import { actorOf } from '../support/look.ts';
import { mulberry } from '../support/random.ts';
import { sectionId } from '../support/server.ts';

test('[S2] submission locks, and fixes the hash of exactly the stored canonical JSON', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'units.culture');
	const { hash } = must(await submitNow(app, 'culture', id));
	const fixed = await app.read((tx) => latestFixed(tx, id));
	expect((await sectionNow(app, id)).state).toBe('submitted');
	expect(fixed?.hash).toBe(hash);
	expect(sha256Hex(fixed?.content ?? '')).toBe(hash);
	expect(canonicalJson(JSON.parse(fixed?.content ?? ''))).toBe(fixed?.content);
});

test('[I5] the figures are fixed at submission: a later value changes the draft, not the section', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'figures.economy');
	const before = await app.read((tx) => latestFixed(tx, id));
	const content = JSON.parse(before?.content ?? '') as FixedContent;
	const [indicatorId] = Object.keys(content.figures);
	if (!indicatorId) throw new Error('the section has no figure');
	const known = await app.read((tx) => getFigures(tx, 'demo-exempelkommun', indicatorId));
	must(
		await app.commands.putIndicatorValues({
			by: by('social'),
			indicatorId,
			version: known?.indicator.version ?? 0,
			values: [
				{
					series: 'own',
					breakdown: '',
					period: '2023',
					status: 'value',
					value: '99,9',
					source: 'Test'
				}
			]
		})
	);
	const live = await app.read((tx) => getFigures(tx, 'demo-exempelkommun', indicatorId));
	expect(live?.values.some((v) => v.value === 99.9)).toBe(true);
	const after = await app.read((tx) => latestFixed(tx, id));
	expect(after?.content).toBe(before?.content);
	expect(after?.content).not.toContain('99.9');
});

test('[I5] [P4] what the source publishes next is fixed where it is known; else the hash is as before', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'figures.economy');
	const fixedNow = async () => {
		const fixed = await app.read((tx) => latestFixed(tx, id));
		return { hash: fixed?.hash, content: JSON.parse(fixed?.content ?? '') as FixedContent };
	};
	const before = await fixedNow();
	const [indicatorId = ''] = Object.keys(before.content.figures);
	expect(before.content.figures[indicatorId]).not.toHaveProperty('next');
	const known = await app.read((tx) => getFigures(tx, 'demo-exempelkommun', indicatorId));
	const resubmitted = async () => {
		must(
			await app.commands.returnSection({ by: by('coordinator'), sectionId: id, reason: 'Prov' })
		);
		must(await submitNow(app, 'social', id));
		return fixedNow();
	};
	const tell = async (kpiId: string) =>
		app.read(async (tx) => {
			await insertFetch(tx, {
				id: `fetch-${kpiId}`,
				municipalityId: 'demo-exempelkommun',
				at: app.clock(),
				personId: by('coordinator'),
				base: 'https://example.org/v3',
				code: '0000',
				kpis: []
			});
			await putSource(tx, {
				indicatorId,
				municipalityId: 'demo-exempelkommun',
				kpiId,
				title: '',
				definition: '',
				nextPeriod: '2024',
				nextDate: '2099-10-28',
				fetchId: `fetch-${kpiId}`,
				at: app.clock()
			});
		});
	// Of a measure that the indicator no longer is: nothing is known, and the hash is the same.
	await tell('N00000');
	expect((await resubmitted()).hash).toBe(before.hash);
	await tell(known?.indicator.kpiId ?? '');
	const after = await resubmitted();
	const next = { period: '2024', date: '2099-10-28' };
	expect(after.content.figures[indicatorId]?.next).toEqual(next);
	expect(after.hash).not.toBe(before.hash);
	const page = must(await app.views.indicator(await actorOf(app, 'coordinator'), { indicatorId }));
	expect(page.next).toEqual(next);
});

test('[S4] an approval with another hash than the one that was fixed is refused as moved', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'figures.economy');
	const refusal = refusalOf(
		await app.commands.approveSection({
			by: by('coordinator'),
			sectionId: id,
			hash: 'f'.repeat(64)
		})
	);
	expect(refusal).toMatchObject({ code: 'moved', happened: 'textChanged' });
	expect((await sectionNow(app, id)).state).toBe('submitted');
	must(await approveNow(app, 'coordinator', id));
});

test('[S5] reopening voids the approval, and the record of it stays', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'figures.economy');
	must(await approveNow(app, 'coordinator', id));
	expect(
		refusalOf(
			await app.commands.reopenSection({ by: by('coordinator'), sectionId: id, reason: ' ' })
		)
	).toEqual({ code: 'reasonNeeded' });
	must(
		await app.commands.reopenSection({
			by: by('coordinator'),
			sectionId: id,
			reason: 'Siffran var fel'
		})
	);
	expect(await app.read((tx) => standingApproval(tx, id))).toBeUndefined();
	const [record] = await app.read((tx) => listApprovals(tx, id));
	expect(record).toMatchObject({ voidedBy: by('coordinator'), voidReason: 'Siffran var fel' });
});

test('[S3] title, owner, tags, order and sharing of a locked section are refused', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'figures.economy');
	const { version } = await sectionNow(app, id);
	for (const change of [
		{ title: 'Nytt' },
		{ articles: [3] },
		{ departmentId: null },
		{ position: 0 },
		{ sharedWith: [] }
	])
		expect(
			refusalOf(
				await app.commands.changeSection({
					by: by('coordinator'),
					sectionId: id,
					version,
					...change
				})
			)
		).toMatchObject({ code: 'locked', lock: { why: 'submitted', opensBy: 'coordinator' } });
});

test('[S8] no time opens a lock, and it does not hinder the approver', async () => {
	let now = Date.UTC(2026, 0, 1);
	const app = await demoApp({ clock: () => now });
	const id = await sectionId(app, 'figures.economy');
	now += 20 * 365 * 24 * 60 * 60 * 1000;
	expect(refusalOf(await submitNow(app, 'social', id))).toMatchObject({ code: 'moved' });
	must(await approveNow(app, 'coordinator', id));
});

test('[S9] every transition is on the record with who, when, from, to, reason and hash', async () => {
	const now = Date.UTC(2026, 0, 1);
	const app = await demoApp({ clock: () => now });
	const id = await sectionId(app, 'units.culture');
	const { reportId } = await sectionNow(app, id);
	const { hash } = must(await submitNow(app, 'culture', id));
	must(await app.commands.returnSection({ by: by('coordinator'), sectionId: id, reason: 'Mer' }));
	const { hash: again } = must(await submitNow(app, 'culture', id));
	must(await approveNow(app, 'coordinator', id));
	must(await app.commands.reopenSection({ by: by('coordinator'), sectionId: id, reason: 'Fel' }));
	const events = (await app.read((tx) => listAudit(tx, reportId)))
		.filter((e) => e.sectionId === id)
		.reverse();
	expect(events.map((e) => [e.act, e.personId, e.from, e.to, e.reason, e.hash, e.at])).toEqual([
		['section.submit', by('culture'), 'draft', 'submitted', null, hash, now],
		['section.return', by('coordinator'), 'submitted', 'draft', 'Mer', hash, now],
		['section.submit', by('culture'), 'draft', 'submitted', null, again, now],
		['section.approve', by('coordinator'), 'submitted', 'approved', null, again, now],
		['section.reopen', by('coordinator'), 'approved', 'draft', 'Fel', again, now]
	]);
});

test('[S10] of two who act at once exactly one wins, and the other is told what happened', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'figures.economy');
	const fixed = await app.read((tx) => latestFixed(tx, id));
	const results = await Promise.all([
		app.commands.approveSection({ by: by('coordinator'), sectionId: id, hash: fixed?.hash ?? '' }),
		app.commands.returnSection({ by: by('deputy'), sectionId: id, reason: 'Vänta' })
	]);
	expect(results.filter((r) => r.ok)).toHaveLength(1);
	const lost = results.find((r) => !r.ok);
	expect(lost && refusalOf(lost)).toMatchObject({
		code: 'moved',
		happened: 'approved',
		by: 'Sara Ekdal'
	});
});

test('[S10] who submits without having seen the newest text is told that it changed', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'units.culture');
	const { seq } = await sectionNow(app, id);
	const result = await app.commands.submitSection({
		by: by('culture'),
		sectionId: id,
		seenSeq: seq - 1
	});
	expect(refusalOf(result)).toMatchObject({ code: 'moved', happened: 'textChanged' });
});

test('[C7] a section without its required blocks is not submitted, and the refusal names each', async () => {
	const app = await demoApp();
	const { barnbokslut } = await import('#core/templates/barnbokslut.ts');
	const made = must(
		await app.commands.createReport({
			by: by('coordinator'),
			authorityId: 'demo-kommunstyrelsen',
			variant: 'municipal',
			reportYear: 2024,
			title: 'Barnbokslut 2024'
		})
	);
	const key = 'figures.economy';
	const id = made.sections.find((s) => s.key === key)?.id ?? '';
	const template = barnbokslut.chapters.flatMap((c) => c.sections).find((s) => s.key === key);
	const refusal = refusalOf(await submitNow(app, 'social', id));
	expect(refusal.code).toBe('notReady');
	expect(
		refusal.code === 'notReady' && refusal.hinders.map((h) => 'block' in h && h.block)
	).toEqual(template?.requiredBlocks);
});

test('[A7] who wrote in a section since its last approval does not approve it', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'figures.economy');
	must(await app.commands.returnSection({ by: by('coordinator'), sectionId: id, reason: 'Mer' }));
	await write(app, id, 'coordinator');
	must(await submitNow(app, 'social', id));
	expect(refusalOf(await approveNow(app, 'coordinator', id))).toEqual({
		code: 'forbidden',
		why: 'fourEyes'
	});
	must(await approveNow(app, 'deputy', id));
	// After that approval her old words no longer count.
	must(await app.commands.reopenSection({ by: by('deputy'), sectionId: id, reason: 'Igen' }));
	must(await submitNow(app, 'social', id));
	must(await approveNow(app, 'coordinator', id));
});

async function write(
	app: Awaited<ReturnType<typeof demoApp>>,
	id: string,
	person: 'coordinator' | 'social'
) {
	const { documentBytes } = await import('#server/store/log.ts');
	const { loadDoc } = await import('#schema/content.ts');
	const { firstText } = await import('../support/client.ts');
	const Y = await import('yjs');
	const section = await sectionNow(app, id);
	const doc = loadDoc((await app.read((tx) => documentBytes(tx, section))).parts);
	const before = Y.encodeStateVector(doc);
	firstText(doc).insert(0, 'Ord ');
	const done = must(
		await app.commands.appendUpdates({
			rooms: [
				batchOf(id, section.epoch, {
					personId: by(person),
					clientId: doc.clientID,
					bytes: Y.encodeStateAsUpdate(doc, before)
				})
			]
		})
	);
	expect(done.rooms[0]).toMatchObject({ stored: 1, refusal: null });
}

test('[S1] a thousand random acts by everybody never leave the law', async () => {
	const app = await demoApp();
	const random = mulberry(42);
	const ids = await Promise.all(
		['units.culture', 'units.social', 'figures.economy'].map((key) => sectionId(app, key))
	);
	const persons = [
		'coordinator',
		'deputy',
		'social',
		'culture',
		'councilMember',
		'administrator'
	] as const;
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const expected = new Map<string, string>();
	for (const id of ids) expected.set(id, (await sectionNow(app, id)).state);
	const to = { submit: 'submitted', approve: 'approved', return: 'draft', reopen: 'draft' };
	const from = { submit: 'draft', approve: 'submitted', return: 'submitted', reopen: 'approved' };
	for (let i = 0; i < 1000; i++) {
		const id = pick(ids);
		const person = pick(persons);
		const step = pick(['submit', 'approve', 'return', 'reopen'] as const);
		const input = { by: by(person), sectionId: id, reason: 'skäl' };
		const result =
			step === 'submit'
				? await submitNow(app, person, id)
				: step === 'approve'
					? await approveNow(app, person, id)
					: step === 'return'
						? await app.commands.returnSection(input)
						: await app.commands.reopenSection(input);
		if (result.ok) {
			expect(expected.get(id), `${person} ${step}`).toBe(from[step]);
			if (step !== 'submit') expect(['coordinator', 'deputy']).toContain(person);
			expected.set(id, to[step]);
		}
		expect((await sectionNow(app, id)).state).toBe(expected.get(id));
		const standing = await app.read((tx) => standingApproval(tx, id));
		expect(standing !== undefined).toBe(expected.get(id) === 'approved');
	}
});
