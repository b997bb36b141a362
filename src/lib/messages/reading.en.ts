import type { reading as source } from './reading.sv.ts';

/** What stands in an edition and around it beside its text. The pages themselves are in Swedish. */
export const reading: typeof source = {
	promises: 'What became of the promises?',
	promisesCount: (n, outcomes) =>
		`${n === 1 ? '1 promise' : `${n} promises`} followed up: ${outcomes}.`,
	promisesByRows: 'Counted by the rows of the follow-up.',
	promisesByMeasures: 'A promise is completed when all of its measures are.',
	promisesHow: 'Completed means that the measure was taken, not that the children are better off.',
	promisesMore: 'Read the whole follow-up:',
	promiseWords: {
		completed: (_n) => 'completed',
		started: (_n) => 'started',
		notStarted: (_n) => 'not started',
		stopped: (_n) => 'stopped',
		unknown: (_n) => 'without a known status'
	},
	measuresCount: (promises, n, outcomes) =>
		`${promises === 1 ? 'It consists' : 'They consist'} of ${n === 1 ? '1 measure' : `${n} measures`}: ${outcomes}.`,
	measureWords: {
		completed: (_n) => 'completed',
		started: (_n) => 'started',
		notStarted: (_n) => 'not started',
		stopped: (_n) => 'stopped',
		unknown: (_n) => 'without a known status'
	},
	promiseStatus: {
		completed: 'Completed',
		started: 'Started',
		notStarted: 'Not started',
		stopped: 'Stopped',
		unknown: 'Unknown'
	},
	unnamed: 'Without a name',

	abbreviations: 'Abbreviations',
	abbreviationsIntro: 'The names of the departments that the tables abbreviate.',

	matrix: 'Sections by article of the Convention on the Rights of the Child',
	matrixIntro:
		'What is said of each article, and which department says it: strengths, challenges, development areas and other things. A dash means that nothing is written. The four general principles come first.',
	sides: { strengths: 'Strength', challenges: 'Challenge' },
	areaCount: (n) => (n === 1 ? '1 area' : `${n} areas`),
	matrixCaption: 'The numbers of the sections, by article and department',
	article: 'Article',
	articleNumber: (n) => `Article ${n}`,
	principles: {
		2: 'no discrimination',
		3: 'the best interests of the child',
		6: 'life and development',
		12: 'to be heard'
	},
	noDepartment: 'In common',
	nothing: 'no section',

	formatNames: {
		offline: 'Web page to keep (HTML)',
		pdf: 'PDF',
		large: 'PDF in large type',
		summary: 'Summary on one page (PDF)',
		docx: 'Word',
		json: 'The whole edition as data (JSON)',
		figures: 'All figures (CSV)',
		measures: 'Follow-up and plan (CSV)',
		zip: 'Archive package (ZIP)'
	},
	formatsLead:
		'The edition can also be had as files to keep, print or calculate with. All say the same as the web page.',
	formatsPrint: 'The web page works without scripts and can be printed: then all tables are open.',
	formWithdrawn: (date, reason) => `withdrawn ${date}: ${reason}`,

	withdrawn: 'The web page has been withdrawn',
	withdrawnWhen: (date) => `The text of this edition was taken off the web on ${date}.`,
	withdrawnWhy: 'Reason:',
	withdrawnStill:
		'The edition is still published and the decision stands. These formats can be read:',
	withdrawnAll: 'No format of the edition can be read now.',
	withdrawnAsk: 'Turn to the municipality if you want to see the document.',

	changed: 'What has changed since last year?',
	changedSinceEdition: (n) => `What has changed since edition ${n}?`,
	changedCounts: (counts) => `Of the indicators ${counts}.`,
	changedCorrection: 'The figures are of the same year. What was corrected stands side by side.',
	changedNone: 'No indicators can be put side by side.',
	changedWords: {
		improved: (_n) => 'improved',
		worsened: (_n) => 'worsened',
		unchanged: (_n) => 'unchanged',
		changed: (_n) => 'changed',
		notComparable: (_n) => 'not comparable',
		unknown: (_n) => 'unknown',
		added: (_n) => 'new',
		gone: (_n) => 'gone'
	},
	changedMore: (title) => `Compare with ${title}`,
	changedMoreEdition: (n) => `Compare with edition ${n}`,
	changedMoreIs: 'Figures, promises and text side by side.',

	contact: 'Contact',
	contactLead: 'Questions about the report? Turn to:',
	email: 'E-mail:',
	phone: 'Telephone:',
	web: 'Web:',
	logoOf: (name) => `${name}, logotype`,

	feedTitle: (municipality) => `Child-rights accounts of ${municipality}`,
	feedDescription: 'New editions and corrections of child-rights accounts.',
	/** Where there are other kinds of report than barnbokslut. */
	reports: {
		feedTitle: (municipality) => `Reports on children from ${municipality}`,
		feedDescription:
			'New editions and corrections of child-rights accounts and other reports on children.',
		keywords: ['children', 'children’s rights', 'municipality']
	},
	feedLink: 'New editions (RSS)',
	catalogDescription: (municipality) =>
		`Figures and follow-up of the child-rights accounts that ${municipality} has published.`,
	catalogDataset: (sender) => `Figures and follow-up of child-rights accounts, ${sender}`,
	catalogDatasetIs: (sender) =>
		`Indicators with values, sources and comparisons, and tables of follow-up and plan, of the child-rights accounts that ${sender} has published. New files come every year.`,
	datasetTitle: (title, municipality) => `Figures of ${title}, ${municipality}`,
	datasetDescription: (title, decision) =>
		`Indicators with values, sources and comparisons, and tables of follow-up and plan, as they stand in ${title}. Decision: ${decision}.`,
	keywords: [
		'child-rights accounts',
		'Convention on the Rights of the Child',
		'rights of the child',
		'indicators'
	]
};
