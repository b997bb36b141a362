import type { statement as sv } from './statement.sv.ts';

export const statement: typeof sv = {
	title: 'Accessibility statement',
	lede: 'Swedish law requires the municipality to tell how accessible its website is. What you write here stands on the page that every published page links to. Write it in Swedish.',
	see: 'Read the page',
	changed: (name) => (name === null ? 'Last changed' : `Last changed by ${name}`),
	never: 'Nothing is filled in yet. The page says that the statement is not filled in.',
	done: 'The statement is saved, and readers see it.',
	choose: 'Not assessed yet',
	hints: {
		actor: 'The municipality, or the authority in it that answers for the website.',
		status: 'Assess it against EN 301 549, which builds on WCAG.',
		content: 'What fails, which requirements it is about, and why.',
		burden: 'What would cost too much to mend just now. Write that there is nothing if that is so.',
		outside: 'Older files, for instance. Write that there is nothing if that is so.',
		assessed: 'For instance: own review on 3 March 2026 with keyboard, screen reader and axe.',
		feedback: 'Where to turn, and how to get the content in another way meanwhile.'
	},
	ours: 'The program fills in this',
	oursWhat:
		'Which website it is about, what the makers of the program have tried, known limits, and how to complain to the supervisory authority.'
};
