import { dayInStockholm } from '#core/deadline.ts';
import type { Anchor } from '#core/review.ts';
import { refuse, type Result } from '#core/result.ts';
import { makeAnchor } from '#schema/anchor.ts';
import { loadDoc } from '#schema/content.ts';
import { lettersOf, outlineOf } from '#schema/outline.ts';
import type { App } from '#server/app.ts';
import { documentBytes } from '#server/store/log.ts';
import { listReports } from '#server/store/reports.ts';
import { listSections, type Section } from '#server/store/sections.ts';
import { StartError, type Tx } from '#server/store/store.ts';
import * as Y from 'yjs';
import { municipality, people } from './people.ts';
import { thisYear } from './this-year.ts';

const DAY = 24 * 60 * 60 * 1000;
/** What the section says that a comment and a proposal are about. */
const ASKED = 'Vi vet inte vad det har betytt för barnen där.';
const REPLACED = 'rättvisare resurser';

type DemoApp = Pick<App, 'commands' | 'read' | 'clock'>;

/**
 * Lets people of the demo say something about this year's report, as they would: a day by which it is to
 * be submitted, a question on a passage, and a proposal.
 * @throws StartError when they cannot
 */
export async function addReview(app: DemoApp): Promise<void> {
	const done = await say(app);
	if (!done.ok)
		throw new StartError(
			`Nothing could be said about the demo's report (${JSON.stringify(done.refusal)}).`
		);
}

async function say({ commands, read, clock }: DemoApp): Promise<Result<unknown>> {
	const found = await read(async (tx) => {
		const reports = await listReports(tx, municipality.id);
		const report = reports.find(({ slug }) => slug === thisYear.slug);
		const sections = report ? await listSections(tx, report.id) : [];
		const section = sections.find(({ key }) => key === 'units.education');
		if (!section) return null;
		const [asked, replaced] = [
			await anchorOf(tx, section, ASKED),
			await anchorOf(tx, section, REPLACED)
		];
		return asked && replaced && { section, asked, replaced };
	});
	if (!found) return refuse({ code: 'notFound' });
	const { section, asked, replaced } = found;
	const { id: sectionId, epoch } = section;
	const due = await commands.setDeadlines({
		by: people.coordinator.id,
		reportId: section.reportId,
		report: { seen: null, dueOn: dayInStockholm(clock() + 14 * DAY) }
	});
	if (!due.ok) return due;
	const question = await commands.startThread({
		by: people.coordinator.id,
		sectionId,
		epoch,
		anchor: asked,
		mustMeet: false,
		text: `Kan ni fråga förskolorna, @${people.education.name}? Det är just det som nämnden kommer att undra.`,
		mentions: [people.education.id]
	});
	if (!question.ok) return question;
	return commands.startSuggestion({
		by: people.culture.id,
		sectionId,
		epoch,
		anchor: replaced,
		replaces: REPLACED,
		proposed: 'en rättvisare fördelning av resurserna',
		text: '',
		mentions: []
	});
}

/** The first place where the section says these words; null when it does not. */
async function anchorOf(tx: Tx, section: Section, words: string): Promise<Anchor | null> {
	const doc = loadDoc((await documentBytes(tx, section)).parts);
	try {
		for (const { type } of outlineOf(doc).entries) {
			if (!(type instanceof Y.XmlText)) continue;
			const at = lettersOf(type).indexOf(words);
			if (at < 0) continue;
			const end = { type, index: at + words.length };
			return makeAnchor({ start: { type, index: at }, end });
		}
		return null;
	} finally {
		doc.destroy();
	}
}
