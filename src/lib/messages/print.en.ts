import type { print as sv } from './print.sv.ts';

export const print: typeof sv = {
	contact: 'Contact',
	foot: (n, date, body, paragraph) => `Edition ${n} · ${date} · ${body} ${paragraph}`,
	seeNumbers: (n) => `The numbers are in table ${n} of the appendix.`,
	seeAbout: 'About the number: see the appendix.',
	appendix: 'The numbers behind the charts',
	appendixIntro:
		'All numbers that the charts show, and where the indicators come from. Each table leads back to its chart.',
	numbered: (n, caption) => `Table ${n}. ${caption}`,
	backToChart: (number, title) => `To the chart in ${number} ${title}`,
	chartIn: (number, title) => `The chart belongs to the section ${number} ${title}.`,
	fullHashes: 'Full checksums (SHA-256)',
	colophon: 'About this edition',
	decided: (body, date, paragraph, registryNumber) =>
		`Decision: ${body}, ${date}, ${paragraph}. Registry number ${registryNumber}.`,
	address: (address) => `Address of this edition: ${address}`,
	hash: (hash) => `Checksum of the whole edition (SHA-256): ${hash}`,

	summaryTitle: (title) => `Summary of ${title}`,
	gotBetter: (n) => `What has improved (${n})`,
	gotWorse: (n) => `What has worsened (${n})`,
	unchanged: (n) => (n === 1 ? '1 indicator is unchanged.' : `${n} indicators are unchanged.`),
	moreComparisons: (n) =>
		n === 1 ? 'One more comparison is in the report.' : `${n} more comparisons are in the report.`,
	andMore: (n) => `and ${n} more`,
	fromSummary: (number, title) => `From section ${number} ${title}`,
	readOn: (number) => `The text goes on in section ${number}.`,
	readMore: 'Read more',
	whole: (title, n) => `The whole report: ${title}, edition ${n}.`,
	answerIn: 'Which indicators are counted, and which are unknown, stands first in the report.'
};
