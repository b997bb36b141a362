import { hashOf } from '#schema/content.ts';
import { municipality } from '#server/demo/people.ts';
import { latestFixed } from '#server/store/approvals.ts';
import { listReports } from '#server/store/reports.ts';
import { listSections } from '#server/store/sections.ts';
import { expect, test } from 'vitest';
import { approveNow, by, must, refusalOf, submitNow } from '../support/act.ts';
import { CODE, koladaWorld } from './world.ts';

/** This year's section on families' means, which shows the indicator. */
const KEY = 'figures.economy';
const ID = 'ind-ekonomiskt-bistand';

test('[I6] a source that changes after approval alters nothing, and the difference is shown', async () => {
	const w = await koladaWorld();
	const { reportId, sectionId } = await w.app.read(async (tx) => {
		const report = (await listReports(tx, municipality.id)).find((r) => r.reportYear === 2023);
		const section = (await listSections(tx, report?.id ?? '')).find((s) => s.key === KEY);
		if (!report || !section) throw new Error('no section');
		return { reportId: report.id, sectionId: section.id };
	});
	const actor = await w.actor('coordinator');
	const section = async () => must(await w.app.views.apiSection(actor, { sectionId }));
	if ((await section()).state === 'approved')
		must(await w.app.commands.reopenSection({ by: by('coordinator'), sectionId, reason: 'prov' }));
	if ((await section()).state === 'submitted')
		must(await w.app.commands.returnSection({ by: by('coordinator'), sectionId, reason: 'prov' }));
	// Fetched before, so that the source may change it.
	w.server.cells.set(`U31803|${CODE}|2022|T`, { value: 14.7 });
	await w.fetch({ indicatorIds: [ID], years: ['2022'] });
	must(await submitNow(w.app, 'social', sectionId));
	const drifts = async () => must(await w.app.views.drift(actor, { reportId }));
	expect((await drifts()).filter((d) => d.sectionId === sectionId)).toEqual([]);

	w.server.cells.set(`U31803|${CODE}|2022|T`, { value: 14.9 });
	const fixed = await w.app.read((tx) => latestFixed(tx, sectionId));
	const before = await section();
	await w.fetch({ indicatorIds: [ID], years: ['2022'] });
	expect(await w.value(ID, '2022')).toMatchObject({ value: 14.9 });
	// Nothing in the section has changed: not its figures, its hash, its sentence.
	expect(await section()).toEqual(before);
	expect(await w.app.read((tx) => latestFixed(tx, sectionId))).toEqual(fixed);
	expect(hashOf(JSON.parse(fixed?.content ?? '') as never)).toBe(fixed?.hash);
	const told = async () =>
		(await drifts())
			.filter((d) => d.sectionId === sectionId && d.indicatorId === ID)
			.flatMap((d) => d.drifts.map((one) => one.sentence.sv.replaceAll('\u00a0', ' ')));
	expect(await told()).toEqual(['2022: inskickad med 14,7 %, källan anger nu 14,9 %']);
	must(await approveNow(w.app, 'deputy', sectionId));
	expect(await told()).toEqual(['2022: godkänd med 14,7 %, källan anger nu 14,9 %']);
	const one = must(await w.app.views.indicatorDrift(actor, { indicatorId: ID }));
	expect(one.filter((d) => d.sectionId === sectionId)).toHaveLength(1);

	// Opened again, it shows today's values, and there is no difference.
	must(await w.app.commands.reopenSection({ by: by('coordinator'), sectionId, reason: 'nya tal' }));
	expect(await told()).toEqual([]);
});

test('[A8] who may not see the report is told of no difference', async () => {
	const w = await koladaWorld();
	const [report] = await w.app.read((tx) => listReports(tx, municipality.id));
	const member = await w.actor('councilMember');
	expect(refusalOf(await w.app.views.drift(member, { reportId: report?.id ?? '' }))).toEqual({
		code: 'notFound'
	});
	expect(refusalOf(await w.app.views.indicatorDrift(member, { indicatorId: ID }))).toEqual({
		code: 'notFound'
	});
	expect(refusalOf(await w.app.views.drift(null, { reportId: report?.id ?? '' }))).toEqual({
		code: 'notSignedIn'
	});
});
