import type { Result } from '#core/result.ts';
import { refuse, ok } from '#core/result.ts';
import { approveSection } from '#server/commands/approve-section.ts';
import type { Command, Context } from '#server/commands/context.ts';
import { createReport } from '#server/commands/create-report.ts';
import { prepareEdition } from '#server/commands/prepare-edition.ts';
import { publishReport } from '#server/commands/publish-report.ts';
import { submitSection } from '#server/commands/submit-section.ts';
import { insertGroup } from '#server/store/comparison-groups.ts';
import { insertIndicator, putStated, putValue } from '#server/store/indicators.ts';
import { settleNotices } from '#server/store/notices.ts';
import {
	insertAuthority,
	insertDepartment,
	insertMunicipality
} from '#server/store/organisation.ts';
import { countPeople, insertGrant, insertPerson } from '#server/store/people.ts';
import { setPreviousReport, setReportIndicators } from '#server/store/reports.ts';
import { getSection, setEdited, setShares } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { figures, nation, similar } from './figures.ts';
import { lastYear } from './last-year.ts';
import { authority, departments, municipality, people } from './people.ts';
import type { DemoReport, DemoSection } from './report.ts';
import { thisYear } from './this-year.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** When last year's report was begun: its decision of 19 June 2023 comes four weeks later. */
const LAST_YEAR = Date.UTC(2023, 4, 22, 7);

/**
 * The demo municipality in an empty database: its people, its figures, last year's published edition
 * and this year's report in the middle of the work. Reports are made, submitted, approved and
 * published by the same commands that people use. The texts bear no author, so that four eyes (A7)
 * count what is really written in the demo.
 */
export const createDemo: Command<{ passwordHash: string }, null> = async (tx, input, context) => {
	if ((await countPeople(tx)) > 0)
		return refuse({ code: 'moved', happened: 'done', by: null, at: null });
	await insertPeople(tx, input.passwordHash, context);
	await insertFigures(tx);
	const before = await makeReport(tx, lastYear, { ...context, now: LAST_YEAR });
	if (!before.ok) return before;
	// Of last year everybody has heard long since.
	await settleNotices(tx);
	const now = await makeReport(tx, thisYear, { ...context, now: context.now - 9 * DAY });
	if (!now.ok) return now;
	await setPreviousReport(tx, now.value, before.value);
	return ok(null);
};

async function insertPeople(tx: Tx, passwordHash: string, context: Context) {
	const createdAt = LAST_YEAR - 30 * DAY;
	const municipalityId = municipality.id;
	await insertMunicipality(tx, { ...municipality, demo: true, createdAt });
	await insertAuthority(tx, { ...authority, municipalityId });
	for (const d of departments)
		await insertDepartment(tx, { ...d, municipalityId, authorityId: authority.id });
	for (const p of Object.values(people)) {
		await insertPerson(tx, {
			id: p.id,
			municipalityId,
			email: p.email,
			name: p.name,
			passwordHash,
			createdAt
		});
		await insertGrant(tx, {
			id: context.newId(),
			municipalityId,
			personId: p.id,
			role: p.role,
			departmentId: departments.find((d) => d.templateRole === p.department)?.id ?? null,
			authorityId: p.role === 'coordinator' ? authority.id : null
		});
	}
}

async function insertFigures(tx: Tx) {
	for (const group of [similar, nation]) await insertGroup(tx, municipality.id, group);
	for (const f of figures) {
		await insertIndicator(tx, municipality.id, f.indicator);
		for (const value of f.values) await putValue(tx, municipality.id, f.indicator.id, value);
		for (const s of f.stated) await putStated(tx, municipality.id, f.indicator.id, s);
	}
}

/** A report of the demo, as far as it has come; its id. */
async function makeReport(tx: Tx, demo: DemoReport, context: Context): Promise<Result<string>> {
	const by = people.coordinator.id;
	const made = await createReport(
		tx,
		{
			by,
			authorityId: authority.id,
			variant: demo.variant,
			reportYear: demo.reportYear,
			title: demo.title,
			content: Object.fromEntries(demo.sections.map((s) => [s.key, s.doc]))
		},
		context
	);
	if (!made.ok) return made;
	const { reportId, sections } = made.value;
	await setReportIndicators(tx, {
		municipalityId: municipality.id,
		reportId,
		indicatorIds: demo.indicatorIds
	});
	for (const [i, demoSection] of demo.sections.entries()) {
		const sectionId = sections.find((s) => s.key === demoSection.key)?.id ?? '';
		const at = context.now + DAY + i * 5 * HOUR;
		const brought = await bring(tx, sectionId, demoSection, { ...context, now: at });
		if (!brought.ok) return brought;
	}
	if (demo.decision === null) return ok(reportId);
	const publishedAt = context.now + 30 * DAY;
	const asked = {
		by,
		reportId,
		decision: demo.decision,
		note: '',
		number: 1,
		publishedAt,
		origin: ''
	};
	const prepared = await prepareEdition(tx, asked);
	if (!prepared.ok) return prepared;
	// The other forms take a second: they are made when the program has started.
	const { model, hash } = prepared.value;
	const html = Buffer.from(context.renderEdition(model), 'utf8');
	const published = await publishReport(
		tx,
		{ ...asked, hash, forms: [{ form: 'html', bytes: html }] },
		{ ...context, now: publishedAt }
	);
	return published.ok ? ok(reportId) : published;
}

/** Brings one section to where the demo wants it. */
async function bring(
	tx: Tx,
	sectionId: string,
	demo: DemoSection,
	context: Context
): Promise<Result<null>> {
	const section = await getSection(tx, sectionId);
	if (!section) return refuse({ code: 'notFound' });
	const shares = departments.filter((d) => demo.sharedWith.includes(d.templateRole));
	await setShares(
		tx,
		section,
		shares.map((d) => d.id)
	);
	await setEdited(tx, section, { by: people[demo.writtenBy].id, at: context.now });
	if (demo.submittedBy) {
		const by = people[demo.submittedBy].id;
		const done = await submitSection(
			tx,
			{ by, sectionId, seenSeq: section.seq },
			{ ...context, now: context.now + HOUR }
		);
		if (!done.ok) return done;
		if (demo.approvedBy) {
			const approved = await approveSection(
				tx,
				{ by: people[demo.approvedBy].id, sectionId, hash: done.value.hash },
				{ ...context, now: context.now + 3 * HOUR }
			);
			if (!approved.ok) return approved;
		}
	}
	return ok(null);
}
