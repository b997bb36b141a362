import type { FindingCode } from '#core/checks.ts';
import type { DocNode } from '#core/publication.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { fixContent } from '#server/commands/fix-content.ts';
import { authority } from '#server/demo/people.ts';
import { insertApproval, insertFixed, latestFixed } from '#server/store/approvals.ts';
import { listAudit } from '#server/store/audit.ts';
import { loadActor } from '#server/store/people.ts';
import { setSectionState } from '#server/store/sections.ts';
import { expect, test } from 'vitest';
import { h, p, picture, table } from '../core/checks/make.ts';
import {
	approveNow,
	by,
	must,
	publishPlain,
	refusalOf,
	sectionNow,
	submitNow
} from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { addParagraph, paragraphs, scribe, send } from './scribes.ts';

/** C1 at work: what the checks find hinders a submission and a publication, unless it is overridden. */

const SMALL = p('3 elever var placerade i familjehem.');
const NUMBER = '811218-9876';

/** A report whose conclusions hold these blocks. */
async function concluding(app: App, ...blocks: DocNode[]) {
	const made = must(
		await app.commands.createReport({
			by: by('coordinator'),
			authorityId: authority.id,
			variant: 'municipal',
			reportYear: 2024,
			title: 'Barnbokslut 2024',
			content: { conclusions: { type: 'doc', content: blocks } }
		})
	);
	const sectionId = made.sections.find((s) => s.key === 'conclusions')?.id ?? '';
	return { reportId: made.reportId, sectionId };
}

const actorOf = (app: App, person: Parameters<typeof by>[0]) =>
	app.read(async (tx) => (await loadActor(tx, by(person))) ?? null);

const findings = async (app: App, sectionId: string, person: Parameters<typeof by>[0]) =>
	must(await app.views.sectionFindings(await actorOf(app, person), { sectionId }));

const keyOf = async (app: App, sectionId: string, code: FindingCode): Promise<string> => {
	const found = await findings(app, sectionId, 'coordinator');
	const key = found.find((f) => f.code === code)?.key;
	if (key === undefined) throw new Error(`no ${code} was found`);
	return key;
};

const override = (app: App, sectionId: string, finding: string, reason = 'Redan offentligt.') =>
	app.commands.overrideFinding({ by: by('coordinator'), sectionId, finding, reason });

test('[C1] [C2] a small group hinders the submission; the refusal names section and finding', async () => {
	const app = await demoApp();
	const { sectionId } = await concluding(app, p('Året gick.'), SMALL);
	const refusal = refusalOf(await submitNow(app, 'coordinator', sectionId));
	expect(refusal).toMatchObject({
		code: 'notReady',
		hinders: [{ what: 'finding', sectionId, code: 'smallCount', key: 'conclusions' }]
	});
	expect((await sectionNow(app, sectionId)).state).toBe('draft');
	expect(await app.read((tx) => latestFixed(tx, sectionId))).toBeUndefined();
});

test('[C1] advice hinders nothing', async () => {
	const app = await demoApp();
	const { sectionId } = await concluding(app, p('På en skola når 58% av eleverna målen.'), h(''));
	expect((await findings(app, sectionId, 'coordinator')).map((f) => f.code)).toEqual([
		'percentTight',
		'headingEmpty'
	]);
	must(await submitNow(app, 'coordinator', sectionId));
});

test('[C1] a coordinator overrides with a reason, on the record, and the section is submitted', async () => {
	const app = await demoApp();
	const { reportId, sectionId } = await concluding(app, p(`Barnet ${NUMBER} har flyttat.`));
	const finding = await keyOf(app, sectionId, 'personalNumber');
	expect(refusalOf(await override(app, sectionId, finding, ' '))).toEqual({ code: 'reasonNeeded' });
	must(await override(app, sectionId, finding, ' Ett påhittat nummer. '));
	expect(refusalOf(await override(app, sectionId, finding))).toMatchObject({
		code: 'moved',
		happened: 'done'
	});
	const [told] = await findings(app, sectionId, 'coordinator');
	expect(told?.overridden).toMatchObject({ reason: 'Ett påhittat nummer.' });
	const [line] = await app.read((tx) => listAudit(tx, reportId));
	expect(line).toMatchObject({
		act: 'section.override',
		personId: by('coordinator'),
		sectionId,
		reason: 'Ett påhittat nummer.',
		detail: { finding, code: 'personalNumber' }
	});
	// What must not be published must not be in the trail either.
	expect(JSON.stringify(line)).not.toContain(NUMBER);
	must(await submitNow(app, 'coordinator', sectionId));
	must(await approveNow(app, 'deputy', sectionId));
});

test('[C1] a writer does not override, and for who may not see the section it does not exist', async () => {
	const app = await demoApp();
	const { sectionId } = await concluding(app, SMALL);
	const finding = await keyOf(app, sectionId, 'smallCount');
	const as = async (person: Parameters<typeof by>[0]) =>
		refusalOf(
			await app.commands.overrideFinding({ by: by(person), sectionId, finding, reason: 'Går bra.' })
		).code;
	expect([await as('education'), await as('councilMember')]).toEqual(['forbidden', 'notFound']);
});

test('[C1] an override falls away when the content changes, and not when other text does', async () => {
	const app = await demoApp();
	const { sectionId } = await concluding(app, p('Året gick.'), SMALL);
	must(await override(app, sectionId, await keyOf(app, sectionId, 'smallCount')));
	const writer = await scribe(app, sectionId, 'coordinator');
	addParagraph(writer.doc, 0, 'Ett nytt stycke överst.');
	await send(app, sectionId, writer);
	expect((await findings(app, sectionId, 'coordinator'))[0]?.overridden).not.toBeNull();
	paragraphs(writer.doc)[2]?.text.insert(0, 'I höst: ');
	await send(app, sectionId, writer);
	expect((await findings(app, sectionId, 'coordinator'))[0]?.overridden).toBeNull();
	expect(refusalOf(await submitNow(app, 'coordinator', sectionId)).code).toBe('notReady');
});

test('[C1] [C5] [C8] what is not there, what is advice and what is never published are not overridden', async () => {
	const app = await demoApp();
	const { sectionId } = await concluding(app, p('Det är 58% av alla 😀.'), picture(''));
	expect(refusalOf(await override(app, sectionId, 'smallCount:x')).code).toBe('moved');
	for (const code of ['percentTight', 'altMissing', 'signNotPrinted'] as const)
		expect(refusalOf(await override(app, sectionId, await keyOf(app, sectionId, code))).code).toBe(
			'invalid'
		);
	const refusal = refusalOf(await submitNow(app, 'coordinator', sectionId));
	const sign = { what: 'finding', code: 'signNotPrinted' };
	expect(refusal).toMatchObject({ code: 'notReady', hinders: [{ what: 'altMissing' }, sign] });
});

/** Approves what the section holds as an earlier version did, before there were any checks. */
async function approveUnchecked(app: App, sectionId: string): Promise<void> {
	const section = await sectionNow(app, sectionId);
	const detail = must(await app.views.apiSection(await actorOf(app, 'coordinator'), { sectionId }));
	await app.read(async (tx) => {
		const content = canonicalJson(await fixContent(tx, section, detail.content));
		const { municipalityId } = section;
		const hash = sha256Hex(content);
		const at = app.clock();
		const person = by('deputy');
		const fixedId = `fixed-${sectionId}`;
		await insertFixed(tx, {
			id: fixedId,
			municipalityId,
			sectionId,
			seq: section.seq,
			hash,
			content,
			submittedBy: person,
			submittedAt: at
		});
		await insertApproval(tx, {
			id: `approval-${sectionId}`,
			municipalityId,
			sectionId,
			fixedId,
			hash,
			approvedBy: person,
			approvedAt: at
		});
		await setSectionState(tx, {
			sectionId,
			seenVersion: section.version,
			state: 'approved',
			by: person,
			at,
			approvedSeq: section.seq
		});
	});
}

test('[C1] [C6] at the publication all sections are looked at once more', async () => {
	const app = await demoApp();
	const { reportId, sectionId } = await concluding(app, p(`Barnet ${NUMBER} har flyttat.`));
	await approveUnchecked(app, sectionId);
	const publish = async () => {
		const refusal = refusalOf(
			await publishPlain(app, {
				by: by('coordinator'),
				reportId,
				decision: { body: 'KF', date: '2025-06-16', paragraph: '§ 9', registryNumber: 'KS 1' },
				note: ''
			})
		);
		if (refusal.code !== 'notReady') throw new Error(refusal.code);
		return refusal.hinders.filter((one) => one.what === 'finding');
	};
	expect(await publish()).toMatchObject([{ sectionId, code: 'personalNumber' }]);
	const coordinator = await actorOf(app, 'coordinator');
	const page = must(await app.views.publication(coordinator, { reportId }));
	expect(page.hinders).toMatchObject([{ what: 'finding', sectionId }]);
	must(await override(app, sectionId, await keyOf(app, sectionId, 'personalNumber')));
	expect(await publish()).toEqual([]);
});

test('[C1] the page of checks shows each section with findings, and to whom it may be overridden', async () => {
	const app = await demoApp();
	const { reportId } = await concluding(
		app,
		SMALL,
		table('Placerade barn', 'Form | Antal', 'Jourhem | 2')
	);
	const page = async (person: Parameters<typeof by>[0]) =>
		must(await app.views.checks(await actorOf(app, person), { reportId }));
	const [conclusions, ...others] = (await page('coordinator')).sections;
	expect(others).toEqual([]);
	expect(conclusions).toMatchObject({ key: 'conclusions', mayOverride: true });
	expect(conclusions?.findings.map((f) => f.code)).toEqual(['smallCount', 'smallCount']);
	expect((await page('education')).sections[0]?.mayOverride).toBe(false);
	const member = await app.views.checks(await actorOf(app, 'councilMember'), { reportId });
	expect(refusalOf(member).code).toBe('notFound');
});
