import type { EditionModel } from '#core/publication.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { latestFixed } from '#server/store/approvals.ts';
import { findEdition, getEditionFile, listEditions } from '#server/store/editions.ts';
import { listReports } from '#server/store/reports.ts';
import { listSections } from '#server/store/sections.ts';
import { edition as editionTable, fixedContent } from '#server/store/schema.ts';
import { expect, test } from 'vitest';
import { approveNow, by, must, publishPlain, refusalOf, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';

const decision = {
	body: 'Kommunfullmäktige',
	date: '2024-06-17',
	paragraph: '§ 12',
	registryNumber: 'KS 2024/7'
};

const reportOf = async (app: App, year: number) => {
	const reports = await app.read((tx) => listReports(tx, 'demo-exempelkommun'));
	const report = reports.find((r) => r.reportYear === year);
	if (!report) throw new Error(`no report of ${year}`);
	return report;
};

test('[P1] an edition holds exactly the approved canonical JSON, section by section', async () => {
	const app = await demoApp();
	const edition = await app.read((tx) => findEdition(tx, 'barnbokslut-2022', null));
	if (!edition) throw new Error('no edition');
	expect(sha256Hex(edition.model)).toBe(edition.hash);
	const model = JSON.parse(edition.model) as EditionModel;
	const report = await reportOf(app, 2022);
	const sections = await app.read((tx) => listSections(tx, report.id));
	expect(model.sections).toHaveLength(sections.length);
	for (const section of sections) {
		const fixed = await app.read((tx) => latestFixed(tx, section.id));
		const published = model.sections.find((s) => s.content.key === section.key);
		expect(canonicalJson(published?.content)).toBe(fixed?.content);
		expect(published?.hash).toBe(fixed?.hash);
		expect(sha256Hex(canonicalJson(published?.content))).toBe(published?.hash);
	}
});

test('[P1] a report with sections that are not approved is not published; each hinder is named', async () => {
	const app = await demoApp();
	const report = await reportOf(app, 2023);
	const refusal = refusalOf(
		await publishPlain(app, {
			by: by('coordinator'),
			reportId: report.id,
			decision: { ...decision, date: '2024-02-30', paragraph: ' ' },
			note: ''
		})
	);
	if (refusal.code !== 'notReady') throw new Error(refusal.code);
	const sections = await app.read((tx) => listSections(tx, report.id));
	const open = sections.filter((s) => s.required && s.state !== 'approved').map((s) => s.key);
	expect(refusal.hinders.flatMap((h) => (h.what === 'sectionNotApproved' ? [h.key] : []))).toEqual(
		open
	);
	expect(refusal.hinders.flatMap((h) => (h.what === 'decisionMissing' ? [h.field] : []))).toEqual([
		'date',
		'paragraph'
	]);
	expect(await app.read((tx) => listEditions(tx))).toHaveLength(1);
});

test('[P2] a correction is the next edition with a reason, and the first stays as it was', async () => {
	const app = await demoApp();
	const report = await reportOf(app, 2022);
	const first = await app.read((tx) => findEdition(tx, 'barnbokslut-2022', 1));
	const publish = (note: string) =>
		publishPlain(app, {
			by: by('coordinator'),
			reportId: report.id,
			decision,
			note
		});
	expect(refusalOf(await publish(' '))).toEqual({ code: 'reasonNeeded' });
	expect(must(await publish('Rättat ett årtal')).number).toBe(2);
	expect(await app.read((tx) => findEdition(tx, 'barnbokslut-2022', 1))).toEqual(first);
	expect((await app.read((tx) => findEdition(tx, 'barnbokslut-2022', null)))?.number).toBe(2);
});

test('[P2] the database itself refuses to change an edition or what was fixed', async () => {
	const app = await demoApp();
	await expect(
		app.read(async (tx) => tx.db.update(editionTable).set({ title: 'Annat' }).run())
	).rejects.toThrow('an edition never changes');
	await expect(app.read(async (tx) => tx.db.delete(fixedContent).run())).rejects.toThrow(
		/never changes|FOREIGN KEY/
	);
});

test('[P3] what is written after publication does not reach the edition', async () => {
	const app = await demoApp();
	const report = await reportOf(app, 2022);
	const [section] = await app.read((tx) => listSections(tx, report.id));
	const before = await app.read((tx) => findEdition(tx, 'barnbokslut-2022', null));
	const file = await app.read((tx) => getEditionFile(tx, before?.id ?? '', 'html'));
	must(
		await app.commands.reopenSection({
			by: by('coordinator'),
			sectionId: section?.id ?? '',
			reason: 'Nytt'
		})
	);
	expect(await app.read((tx) => findEdition(tx, 'barnbokslut-2022', null))).toEqual(before);
	expect(await app.read((tx) => getEditionFile(tx, before?.id ?? '', 'html'))).toEqual(file);
});

test('[D6] what an act began is undone with it: a refused publication leaves no trace', async () => {
	const app = await demoApp();
	const report = await reportOf(app, 2022);
	const sections = await app.read((tx) => listSections(tx, report.id));
	const id = sections[0]?.id ?? '';
	must(await app.commands.reopenSection({ by: by('coordinator'), sectionId: id, reason: 'Nytt' }));
	const publish = () =>
		publishPlain(app, { by: by('coordinator'), reportId: report.id, decision, note: 'x' });
	expect(refusalOf(await publish()).code).toBe('notReady');
	must(await submitNow(app, 'coordinator', id));
	must(await approveNow(app, 'deputy', id));
	expect(must(await publish()).number).toBe(2);
});
