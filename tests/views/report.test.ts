import { expect, test } from 'vitest';
import { approveNow, by, must, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId, writeIn } from '../support/look.ts';
import { sectionId } from '../support/server.ts';

test('[A3] the writing room tells each person what is theirs to do', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const page = async (who: Parameters<typeof actorOf>[1]) =>
		must(await app.views.report(await actorOf(app, who), { reportId: id }));
	const writer = await page('culture');
	expect(writer.me).toMatchObject({ name: 'Elias Forsgård', department: 'Kultur och fritid' });
	expect(writer.me.color).toMatch(/^#[0-9a-f]{6}$/);
	for (const s of writer.sections) {
		if (s.department !== null) expect(s.mayEdit).toBe(s.department === 'Kultur och fritid');
		expect(s.mayApprove || s.mayReturn || s.mayReopen).toBe(false);
	}
	const coordinator = await page('coordinator');
	expect(coordinator.sections.every((s) => s.mayEdit && s.mayReturn)).toBe(true);
	const administrator = await page('administrator');
	expect(administrator.sections.some((s) => s.mayEdit || s.mayApprove)).toBe(false);
});

test('[A3] whoever may change their own rows only is told which, and whose the departments are', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const conclusions = async (who: Parameters<typeof actorOf>[1]) => {
		const page = must(await app.views.report(await actorOf(app, who), { reportId: id }));
		const section = page.sections.find(({ key }) => key === 'conclusions');
		if (!section) throw new Error('there are conclusions');
		return { page, section };
	};
	const { page, section } = await conclusions('culture');
	expect(section).toMatchObject({ mayEdit: false, rows: null });
	const mine = page.departments.filter(({ isMine }) => isMine);
	expect(mine.map(({ name }) => name)).toEqual(['Kultur och fritid']);
	const ids = mine.map((department) => department.id);
	must(
		await app.commands.changeSection({
			by: by('coordinator'),
			sectionId: section.id,
			version: section.version,
			sharedWith: ids,
			rowsOnly: ids
		})
	);
	expect((await conclusions('culture')).section).toMatchObject({ mayEdit: true, rows: ids });
	expect((await conclusions('coordinator')).section.rows).toBe(null);
});

test('[I5] a locked section is shown with the text and the figures that were fixed', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const coordinator = await actorOf(app, 'coordinator');
	const economy = async () => {
		const page = must(await app.views.report(coordinator, { reportId: id }));
		const section = page.sections.find((s) => s.key === 'figures.economy');
		if (!section?.fixed) throw new Error('the section is submitted');
		return { page, section, fixed: section.fixed };
	};
	const before = await economy();
	const [indicatorId] = Object.keys(before.fixed);
	if (indicatorId === undefined) throw new Error('the section has an indicator');
	const version = before.page.figures[indicatorId]?.indicator.version ?? 0;
	const value = {
		series: 'own',
		breakdown: '',
		period: '2023',
		status: 'value',
		value: 99.9,
		source: 'Test'
	};
	must(
		await app.commands.putIndicatorValues({
			by: by('social'),
			indicatorId,
			version,
			values: [value]
		})
	);
	const after = await economy();
	expect(after.fixed).toEqual(before.fixed);
	expect(after.section.hash).toBe(before.section.hash);
	expect(after.page.figures[indicatorId]?.values.some((v) => v.value === 99.9)).toBe(true);
	expect(after.section.lock).toMatchObject({ why: 'submitted', opensBy: 'coordinator' });
});

test('[W1] the first HTML of a draft holds what was stored last, for every section its own', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const writer = await actorOf(app, 'culture');
	const section = await sectionId(app, 'units.culture');
	const html = async () =>
		must(await app.views.report(writer, { reportId: id })).sections.map((s) => s.html);
	expect((await html()).join('')).not.toContain('Meröppet');
	await writeIn(app, 'culture', section, 'Meröppet på tre bibliotek <b>.');
	const holding = (await html()).filter((text) => text.includes('Meröppet'));
	expect(holding).toHaveLength(1);
	expect(holding[0]).toContain('<p>Meröppet på tre bibliotek &lt;b&gt;.</p>');
});

test('[C7] the publication page names what hinders, and loses it when it is done', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const deputy = await actorOf(app, 'deputy');
	const look = async () => must(await app.views.publication(deputy, { reportId: id }));
	const key = 'figures.economy';
	const before = await look();
	expect(before.editions).toEqual([]);
	expect(before.notApproved.find((s) => s.key === key)).toMatchObject({ state: 'submitted' });
	expect(before.hinders).toEqual([]);
	must(await approveNow(app, 'deputy', await sectionId(app, key)));
	const after = await look();
	expect(after.notApproved.map((s) => s.key)).toEqual(
		before.notApproved.map((s) => s.key).filter((k) => k !== key)
	);
	// What may be left out hinders nothing, and is told.
	expect(after.leftOut.length + after.notApproved.length + after.counts.approved).toBe(32);
});

test('[S9] the trail tells who moved a section from where to where, with the hash', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const section = await sectionId(app, 'units.culture');
	const { hash } = must(await submitNow(app, 'culture', section));
	const coordinator = await actorOf(app, 'coordinator');
	const page = must(
		await app.views.audit(coordinator, { reportId: id, sectionKey: 'units.culture', page: 1 })
	);
	expect(page.lines[0]).toMatchObject({
		act: 'section.submit',
		by: 'Elias Forsgård',
		from: 'draft',
		to: 'submitted',
		hash
	});
	expect(page.lines.every((l) => l.section?.key === 'units.culture')).toBe(true);
	const unknown = must(
		await app.views.audit(coordinator, { reportId: id, sectionKey: 'nothing', page: 1 })
	);
	expect(unknown.lines).toEqual([]);
});
