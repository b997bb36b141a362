import type { reader as sv } from './reader.sv.ts';

export const reader: typeof sv = {
	skip: 'Skip to the content',
	site: 'Barnbokslut',
	start: 'All published child rights accounts',

	sender: 'Sender',
	reportYear: 'Year of account',
	decision: 'Decision',
	decisionLine: (body, date, paragraph) => `${body}, ${date}, ${paragraph}`,
	registryNumber: 'Registry number',
	edition: 'Edition',
	editionLine: (n, date) => `Edition ${n}, published ${date}`,
	whyNewEdition: (n) => `Why there is an edition ${n}`,

	contents: 'Contents',
	showContents: 'Show the contents',
	permalink: 'Link to the section',
	permalinkTo: (title) => `Link to the section ${title}`,
	articles: (list, n) =>
		`Convention on the Rights of the Child, ${n === 1 ? 'article' : 'articles'} ${list}`,
	and: ' and ',
	callout: 'Important',
	tableNumber: (section, n) => `Table ${n} in ${section}`,
	notesOf: (section) => `Notes to the section ${section}`,
	noteNumber: (n) => `Note ${n}`,
	backToNote: (n) => `Back to the text at note ${n}`,

	answer: 'Are the children better off?',
	answerBasis: (n) =>
		n === 1
			? 'The answer rests on one indicator. What the figures mean to children is told in the sections.'
			: `The answer rests on ${n} indicators. What the figures mean to children is told in the sections.`,
	answerAll:
		'The report has no summary of indicators of its own. All that it holds are counted here.',
	answerNone: 'The report has no indicators. The answer is in its text.',
	howCounted:
		'Improved means that the figure has moved the way that is good for children. What is unknown is not counted.',
	trends: 'The trend',
	against: (group) => `Compared with ${group}`,
	kinds: {
		improved: 'Improved',
		worsened: 'Worsened',
		unchanged: 'Unchanged',
		better: 'Better',
		worse: 'Worse',
		equal: 'Equal'
	},
	kindCount: (kind, n) => `${kind} (${n})`,
	trendUnknownCount: (n) =>
		n === 1 ? 'Unknown trend for 1 indicator' : `Unknown trend for ${n} indicators`,
	groupUnknownCount: (n) =>
		n === 1 ? '1 indicator cannot be compared' : `${n} indicators cannot be compared`,

	keyFigures: 'Indicators',
	keyFiguresCaption: 'All indicators of the report with their latest value',
	keyFigureName: 'Indicator',
	value: 'Value',
	year: 'Year',
	change: 'Trend',
	againstSimilar: 'Against similar municipalities',
	trendWords: {
		improved: 'Improved',
		worsened: 'Worsened',
		unchanged: 'Unchanged',
		unknown: 'Unknown'
	},
	changeBy: {
		higher: (difference, since) => `up ${difference} from ${since}`,
		lower: (difference, since) => `down ${difference} from ${since}`,
		equal: (since) => `unchanged from ${since}`
	},
	levels: { higher: 'Higher', lower: 'Lower', equal: 'Equal' },
	outcomeWords: { better: 'Better', worse: 'Worse', equal: 'Equal', unknown: 'Unknown' },
	outcomeAgainst: {
		better: (group) => `Better than ${group}`,
		worse: (group) => `Worse than ${group}`,
		equal: (group) => `Equal to ${group}`
	},
	bySource: 'according to the source',
	noComparison: 'No comparison',
	seeParts: 'See the parts',
	differ: (title, sections) =>
		`${title} was approved with different figures in the sections ${sections}.`,

	absent: {
		missing: 'No figure',
		suppressed: 'Confidential',
		notApplicable: 'Not applicable'
	},
	noIndicator: 'The indicator that should be shown here is not in the approved text.',
	showTable: 'Show the figures in a table',
	note: 'Remark',
	summaryOf: 'The indicators in short',

	record: 'Approvals',
	recordIntro:
		'Every section is approved by itself. The checksum is made of what was approved: change one letter, and it becomes another.',
	recordCaption: 'Who submitted and approved each section',
	section: 'Section',
	submitted: 'Submitted',
	approved: 'Approved',
	hash: 'Checksum',
	fullHashes: 'Show the whole checksums (SHA-256)',
	editionHash: 'The whole edition',

	cite: 'How to cite',
	citeReport: 'The report',
	citation: (c) =>
		`${c.sender} (${c.year}). ${c.title}, edition ${c.n}. Decision: ${c.body} ${c.date}, ${c.paragraph}. Registry number ${c.registryNumber}.`,
	citeAddress: 'The address of this edition does not change:',
	citeFigures: 'The figures',
	citeFiguresHow:
		'Name the source that stands at the value, such as ”Källa: Kolada (N15419)”, and the year that the value is of. A trend or comparison that is not the source’s own is the municipality’s calculation. For those, name this report as the source, not Kolada.',

	formats: 'Forms and accessibility',
	accessibility: 'Accessibility statement',
	accessibilityLead: 'Read how accessible the website is:',

	current: 'In force',
	currentLong: (n) => `Edition ${n} is in force.`,
	replacedBy: (n) => `Replaced by edition ${n}`,
	replacedLong: (n, newest) =>
		`Edition ${n} is no longer in force. It is replaced by edition ${newest}.`,
	readNewest: (n) => `Read edition ${n}`,
	reason: 'Reason:',
	allEditions: 'All editions',
	editionOf: (n) => `Edition ${n}`,
	published: (date) => `published ${date}`,
	firstEdition: 'First edition',
	address: 'Address of this edition:',
	description: (title, municipality, decision) =>
		`${title} from ${municipality}. Decision: ${decision}.`,

	statement: {
		title: 'Accessibility statement',
		titleOf: (municipality) => `Accessibility statement of ${municipality}`,
		intro:
			'By Swedish law (2018:1937) the websites of public bodies must be accessible to everybody.',
		unfinished:
			'The statement is not filled in. The municipality must fill in what follows before the website is used.',
		partlyFinished:
			'The statement is not finished. What the municipality has not filled in says so.',
		missing: 'Not filled in by the municipality.',
		actor: 'Responsible body',
		service: 'The website that the statement is about',
		serviceValue:
			'The published accounts. The pages for those who write the reports belong here too.',
		status: 'How well the website follows the law',
		statuses: {
			whole: 'The website follows the law wholly.',
			partly: 'The website follows the law partly. Its faults stand below.',
			not: 'The website does not follow the law. Its faults stand below.'
		},
		content: 'Content that is not accessible, and why',
		burden: 'Disproportionate burden (section 12)',
		outside: 'Content that the law does not cover (section 9)',
		assessed: 'When and how the website was assessed',
		updated: 'When the statement was last updated',
		method: 'What the makers of the program have tried',
		methodValue:
			'The published pages are tried automatically with the tool axe in four widths, light and dark, without scripts. That finds some of the faults, not all. No independent review has been made, and nobody who uses assistive technology has tried the pages.',
		limits: 'Known faults and limits of the program',
		limitsValue: [
			'The PDFs are tagged and made for PDF/UA and PDF/A, but no validator of others has seen them, and nobody has read them with a screen reader.',
			'The font of the PDFs lacks emoji and Arabic and Chinese signs, among others. A text with such signs is not published; older editions may lack a PDF for that reason.',
			'Charts on the web page have their numbers in a table. In the PDF the numbers stand in an appendix, linked both ways.',
			'The municipality writes the texts, the descriptions of pictures and the easy-to-read parts. The program says when a description is missing, but cannot judge whether it is good.',
			'The pages for writing need scripts. The published pages do not.'
		],
		feedback: 'How to report faults',
		complain: 'Complain to the supervisory authority',
		complainHow:
			'If the answer of the municipality does not satisfy you, you may turn to the authority that supervises the law:',
		complainLink: 'Report lacking accessibility (digg.se)'
	}
};
