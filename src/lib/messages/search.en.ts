import type { search as sv } from './search.sv.ts';

export const search: typeof sv = {
	title: 'Search the accounts',
	link: 'Search the accounts',
	lede: 'Search the sections of the accounts that are published.',
	label: 'What are you looking for?',
	hint: 'Every word must be in the section, in some form. Put quotation marks around what must stand exactly so, and a minus before a word that must not be there.',
	submit: 'Search',
	narrow: 'Narrow the search',
	year: 'Year',
	allYears: 'All years',
	department: 'Department',
	allDepartments: 'All departments',
	article: 'Article of the Convention',
	allArticles: 'All articles',
	articleName: (n) => `Article ${n}`,
	withCount: (name, n) => `${name} (${n})`,
	replaced: 'Search replaced editions too',
	indicator: 'Indicators',
	indicatorAnd: (title) => `Only sections that show the indicator ${title}`,
	indicatorOff: 'Show other sections too',

	quoted: (words) => `“${words}”`,
	and: ' and ',
	found: (n, what) => (n === 1 ? `1 section contains ${what}` : `${n} sections contain ${what}`),
	listed: (n) => (n === 1 ? '1 section' : `${n} sections`),
	none: (what) => `No section contains ${what}`,
	noneListed: 'No section fits the filters',
	without: (words) => ` but not ${words}`,
	left: (words) =>
		`Not searched for: ${words}. The words are too common, or there were more than ten.`,
	tooCommon: 'Those words are in almost every section',
	tooCommonHow:
		'Add a word that says what you are looking for. Or put quotation marks around the words, to search for exactly those.',
	tooLong: 'The search is too long',
	tooLongHow: (most) => `Write at most ${most} characters.`,

	separately: 'The words one by one',
	separate: (word, n) => `${word}: ${n === 1 ? '1 section' : `${n} sections`}`,
	unfiltered: (n) => `Search without filters: ${n === 1 ? '1 section' : `${n} sections`}`,
	inReplaced: (n) => `Search replaced editions too: ${n === 1 ? '1 section' : `${n} sections`}`,
	tips: 'How to search instead',
	tipList: [
		'Try fewer words. All of them must be in the same section.',
		'Write the plain form of the word.',
		'Write a part of the word, at least three letters.',
		'Check the spelling. We search for what you wrote and do not guess.'
	],

	hits: 'Sections',
	report: (title, year) => (title.includes(String(year)) ? title : `${title}, ${year}`),
	edition: (n) => `edition ${n}, replaced`,
	articles: (list, n) => (n === 1 ? `Article ${list}` : `Articles ${list}`),
	more: (n) => `and ${n} more`,

	pages: 'Pages of hits',
	page: (n, of) => `Page ${n} of ${of}`,
	previous: 'Previous',
	next: 'Next'
};
