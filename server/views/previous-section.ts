import { areaTablesOf } from '#core/areas.ts';
import { tablesOf } from '#core/checks/table-grid.ts';
import { sectionAnchors } from '#core/anchors.ts';
import { may } from '#core/access.ts';
import type { Decision, EditionModel, FixedContent } from '#core/publication.ts';
import { ok, refuse } from '#core/result.ts';
import { besideHtml } from '#server/export/beside.ts';
import { getEdition } from '#server/store/editions.ts';
import { asksForPlan, earlierEditions, editionBeside } from '#server/store/previous.ts';
import { getReport } from '#server/store/reports.ts';
import { getWithdrawal } from '#server/store/withdrawals.ts';
import { seenSection } from './api-section.ts';
import type { View } from './index.ts';

/** A heading in a text stands below the panel's own and the section's. */
const HEADINGS = 4;

/** A text of last year's, to be read beside. */
export type PreviousText = {
	/** The section's own text, or the plan that is followed up now. */
	what: 'text' | 'plan';
	number: string;
	title: string;
	/** Its place in the edition. */
	href: string;
	/** The approved text as the edition shows it. */
	html: string;
};

/** What last year's edition says of a section. */
export type PreviousSection = {
	edition: {
		title: string;
		reportYear: number;
		number: number;
		href: string;
		decision: Pick<Decision, 'body' | 'date'>;
	};
	/** At least one. */
	texts: PreviousText[];
};

/**
 * Y1: last year's text beside this year's section, for those who may read the section; for a section that
 * follows up also what was promised. Refused as `notFound` where there is none, and as `withdrawn` where
 * readers are no longer shown it.
 */
export const previousSection: View<{ sectionId: string }, PreviousSection> = async (
	tx,
	actor,
	{ sectionId }
) => {
	const seen = await seenSection(tx, actor, sectionId);
	if (!seen.ok) return seen;
	const { section } = seen.value;
	const report = await getReport(tx, section.reportId);
	const beside = report && editionBeside(await earlierEditions(tx, report), section);
	const found = beside && (await getEdition(tx, beside.id));
	if (!found) return refuse({ code: 'notFound' });
	const { municipalityId } = found;
	if (!may(actor, 'edition.read', { kind: 'edition', municipalityId }).may)
		return refuse({ code: 'notFound' });
	const gone = await getWithdrawal(tx, found.id, 'html');
	if (gone) return refuse({ code: 'withdrawn', reason: gone.reason, at: gone.withdrawnAt });
	const model = JSON.parse(found.model) as EditionModel;
	const { slug, number, title, reportYear, decision } = model;
	const href = `/r/${slug}/v/${number}`;
	const contents = model.sections.map(({ content }) => content);
	const anchors = sectionAnchors(contents.map(({ key }) => key));
	const textOf = (content: FixedContent, what: PreviousText['what']): PreviousText => ({
		what,
		number: content.number,
		title: content.title,
		href: `${href}#${anchors.get(content.key) ?? ''}`,
		html: besideHtml(model, content, { prefix: `${what}-`, headings: HEADINGS, elsewhere: href })
	});
	const own = contents.filter(({ key }) => key === section.key);
	const plans = asksForPlan(section)
		? contents.filter((content) => !own.includes(content) && hasPlan(content))
		: [];
	return ok({
		edition: {
			title,
			reportYear,
			number,
			href,
			decision: { body: decision.body, date: decision.date }
		},
		// What was promised is what the writer answers to: it stands first.
		texts: [
			...plans.map((content) => textOf(content, 'plan')),
			...own.map((content) => textOf(content, 'text'))
		]
	});
};

const hasPlan = ({ doc }: FixedContent): boolean =>
	[...areaTablesOf(doc), ...tablesOf(doc)].some(({ purpose }) => purpose === 'plan');
