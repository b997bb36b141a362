/** The page that holds two editions side by side. The page itself is always in Swedish. */
import type { compare as source } from './compare.sv.ts';

export const compare: typeof source = {
	title: (after, before) => `${after} compared with ${before}`,
	titleAlone: (title) => `Compare ${title} with another year`,
	titleCorrection: (title, n) => `${title}: what edition ${n} changed`,
	description: (after, before, municipality) =>
		`How ${after} differs from ${before}, ${municipality}: the figures, the promises and the text.`,
	older: 'Older',
	newer: 'Newer',
	editionLine: (title, n, date) => `${title}, edition ${n}, published ${date}`,
	reason: (n) => `Why there is an edition ${n}:`,
	compareWith: 'Compare with another edition',
	nothing: 'There is no earlier edition to compare with yet.',
	nothingHow:
		'When next year’s report, or a corrected edition, is published, the differences stand here.',
	readEdition: 'Read the edition',
	how: 'The comparison is made by the program, of the two published editions. What is unknown does not count as a change.',
	contents: 'Contents',

	figures: 'The figures',
	figuresNone: 'Neither edition has indicators.',
	figuresBoth: (n) => (n === 1 ? 'One indicator is in both:' : `${n} indicators are in both:`),
	figuresBothNone: 'No indicator is in both.',
	figuresAllSame: 'All figures are the same in both editions.',
	kinds: {
		improved: (n) => `${n} improved`,
		worsened: (n) => `${n} worsened`,
		unchanged: (n) => `${n} unchanged`,
		changed: (n) => `${n} changed without a judgement`,
		notComparable: (n) => `${n} not comparable`,
		unknown: (n) => `${n} unknown`,
		added: (n) => `${n} new`,
		gone: (n) => `${n} no longer there`
	},
	figuresCaption: 'The indicators of both editions',
	indicator: 'Indicator',
	change: 'Change',
	words: {
		improved: 'Improved',
		worsened: 'Worsened',
		unchanged: 'Unchanged',
		changed: 'Changed',
		notComparable: 'Not comparable',
		unknown: 'Unknown'
	},
	revisedWord: 'Revised',
	onlyParts: 'Told in parts only',
	noValue: 'No value',
	hindrances: {
		definition: 'the definition has changed',
		unit: (was, now) => `the unit has changed from ${was} to ${now}`,
		noUnit: 'a count',
		source: (was, now) => `the source is another: ${was} then, ${now} now`,
		periodUnknown: 'the year is not stated',
		periodKind: 'the values are about different kinds of periods',
		samePeriod: 'both editions tell the same value for the same period',
		revised: 'the same period has another value',
		earlier: 'the newer edition tells of an earlier period'
	},
	missing: {
		then: 'the older edition has no value',
		now: 'the newer edition has no value',
		both: 'neither edition has a value'
	},
	alsoChanged: (what) => `Also: ${what}.`,
	directionChanged: 'The wished direction has changed, so nothing is said of better or worse.',
	noDirection: 'No direction is wished for.',
	measuredFrom: (period, value) =>
		`The value for ${period} has been revised to ${value}, and the change is counted from there.`,
	renamed: (title) => `Was called “${title}”.`,
	definitions: 'Show the definitions',
	definitionThen: 'Then',
	definitionNow: 'Now',
	noDefinition: 'No definition.',
	revisions: (n) => (n === 1 ? '1 revised value' : `${n} revised values`),
	revision: (what, then, now) => `${what}: ${then} then, ${now} now`,
	parts: (n) => (n === 1 ? 'Show 1 part' : `Show ${n} parts`),
	partLine: (name, then, now, word) => `${name}: ${then} then, ${now} now. ${word}`,
	dated: (value, period) => `${value} (${period})`,
	groups: {
		both: (group, then, now) => `Against ${group}: ${then} then, ${now} now`,
		onlyThen: (group, then) => `Against ${group}: ${then} then, no comparison now`,
		onlyNow: (group, now) => `Against ${group}: no comparison then, ${now} now`,
		notComparable: (reasons) => `Not comparable: ${reasons}.`,
		members: (joined, left) =>
			[
				'the group has other members',
				joined === '' ? '' : `new: ${joined}`,
				left === '' ? '' : `gone: ${left}`
			]
				.filter((part) => part !== '')
				.join(', '),
		membersUnknown: 'the members are known in one of the editions only',
		year: 'the groups are of different years, and their members are not known',
		mean: 'the mean was made in different ways'
	},
	newFigures: 'New indicators',
	goneFigures: 'Indicators that are no longer told',
	unchangedFigures: (n) =>
		n === 1 ? 'One indicator says the same' : `${n} indicators say the same`,
	and: ' and ',

	promises: 'Promises and outcome',
	promisesHow: (before, after) =>
		`The rows of the plan in ${before} beside the follow-up in ${after}. Areas that the follow-up took over from the plan are paired as they are, others by name or the wording of the measures. The status is the follow-up’s own.`,
	promisesYears: 'The editions are more than a year apart. The follow-up may be of a newer plan.',
	promisesNone: 'The older edition has no plan, and the newer one no follow-up.',
	promisesNoPlan: 'The older edition has no plan to follow up.',
	promisesNoFollowUp: 'The newer edition has no follow-up.',
	promisesCount: (n, all) =>
		n === all
			? `All ${all} areas of the plan are in the follow-up.`
			: `${n} of ${all} areas of the plan are in the follow-up.`,
	statusCount: (status, n) => `${status}: ${n}`,
	noStatus: 'No status',
	promisesCaption: 'What was promised and what came of it',
	area: 'Area',
	promised: 'Promised',
	status: 'Status',
	comment: 'Comment',
	areaNow: (area) => `In the follow-up: ${area}`,
	unanswered: 'Promised, but not in the follow-up under the same name',
	unasked: 'Followed up, but not in the plan under the same name',
	ambiguous: 'Several rows have the same name, so the row is not paired.',

	text: 'The text',
	textHow:
		'Words are compared, not bold type and links. Added words are underlined, removed ones struck through.',
	textSame: 'The text is the same in both editions.',
	sectionCounts: {
		changed: (n) => (n === 1 ? '1 section has changed' : `${n} sections have changed`),
		added: (n) => (n === 1 ? '1 section is new' : `${n} sections are new`),
		removed: (n) => (n === 1 ? '1 section has been removed' : `${n} sections have been removed`),
		same: (n) => (n === 1 ? '1 section is unchanged' : `${n} sections are unchanged`)
	},
	sectionMarks: { changed: 'Changed', added: 'New section', removed: 'Removed section' },
	sectionList: 'Sections with changes',
	sameList: (n) => (n === 1 ? 'Show the unchanged section' : `Show the ${n} unchanged sections`),
	folded: '… unchanged …',
	foldedPassages: (n) => (n === 1 ? '… one passage unchanged …' : `… ${n} passages unchanged …`),
	foldedRows: (n) => (n === 1 ? '… one row unchanged …' : `… ${n} rows unchanged …`),
	rewritten: 'The whole section has been rewritten.',
	showOld: (n) =>
		n === 1 ? 'Show the earlier text (one passage)' : `Show the earlier text (${n} passages)`,
	showNew: (n) =>
		n === 1 ? 'Show the new text (one passage)' : `Show the new text (${n} passages)`,
	emptied: 'The section has no text any more.',
	formOnly:
		'The words are the same. Something else has changed, such as a link, bold type or numbering.',
	renumbered: (was, now) => `Was number ${was}, is number ${now}.`,
	movedFrom: (chapter) => `Stood in the chapter ${chapter}.`,
	titleChanged: 'The heading has changed:',
	department: (was, now) => `Was answered for by ${was}, now by ${now}.`,
	coordinator: 'the coordinator',
	articles: (was, now) => `Articles: ${was} then, ${now} now.`,
	noArticles: 'none',
	nowIn: (section) => `Most of the text now stands in ${section}.`,
	wasIn: (section) => `Most of the text stood in ${section}.`,
	passageNowIn: (section) => `Now stands in ${section}:`,
	passageWasIn: (section) => `Stood in ${section}:`,
	moved: 'Moved within the section:',
	picture: 'Picture:',
	pictureReplaced: 'The picture is another one.',
	indicatorBlock: 'Indicator:',
	summaryBlock: 'Summary of the indicators',
	quoteSource: 'Source of the quotation:',
	note: 'Note:',
	tableReshaped: 'The table has other columns, so the earlier one stands whole before the new one.',
	tableRegion: (section) => `Table in ${section}`
};
