import type { templates as sv } from './templates.sv.ts';

export const templates: typeof sv = {
	title: 'Templates',
	lede: 'A template decides which chapters and sections a new report has, who owns them and which questions the writer meets. A report keeps the version that it was made from: to change a template changes no report.',
	link: 'Templates',
	ours: 'Built-in templates',
	own: 'Your own templates',
	ownNone: 'You have no templates of your own yet. Copy a built-in one and change it to fit.',
	archived: (n) => (n === 1 ? '1 archived template' : `${n} archived templates`),
	builtIn: {
		barnbokslut: {
			title: 'Barnbokslut',
			about: 'The annual account of children’s rights, of a municipality or a board.'
		},
		genomlysning: {
			title: 'Genomlysning',
			about:
				'A review asked for by a board: what came in, what was done, costs, conclusions and proposals.'
		},
		interpellationssvar: {
			title: 'Interpellationssvar',
			about: 'A written answer to a council member’s question, a page or two, with a signature.'
		}
	},
	sections: (n) => (n === 1 ? '1 section' : `${n} sections`),
	version: (n) => `Version ${n}`,
	unused: 'No report is made from it.',
	uses: (n) => (n === 1 ? '1 report is made from it' : `${n} reports are made from it`),
	usesOf: (version, n) => `${n} from version ${version}`,
	edit: 'Change',
	makeReport: 'Make a report',
	copy: 'Copy',
	copyOf: (title) => `Copy ${title}`,

	new: {
		title: 'New template',
		lede: 'Begin from a template that there is, or from how one of your reports is built.',
		from: 'Begin from',
		fromTemplates: 'Templates',
		fromReports: 'Reports',
		report: (title) => `How ${title} is built`,
		name: 'Name of the template',
		nameHint: 'Such as Barnbokslut för kultur- och fritidsnämnden.',
		make: 'Make the template'
	},

	one: {
		name: 'Name of the template',
		saved: (version) => `Version ${version} is saved.`,
		savedThen: 'New reports are made from it. Those that there are stay as they were.',
		lastSaved: (who) => `Saved by ${who}`,
		reports: 'Reports made from the template',
		reportVersion: (title, version) => `${title} (version ${version})`,
		structure: 'Chapters and sections',
		how: 'Move with the arrows. Numbers follow by themselves. Nothing is saved before you press Save.',
		chapter: (number) => `Chapter ${number}`,
		chapterTitle: 'Title of the chapter',
		lead: 'The chapter’s own text',
		sectionTitle: 'Title of the section',
		untitled: 'Untitled',
		owner: 'Owner',
		coordinator: 'The coordinator',
		roles: {
			social: 'The department of social services',
			education: 'The department of education',
			culture: 'The department of culture and leisure'
		},
		articles: 'Articles of the Convention',
		articlesHint: 'Numbers with commas between, such as 2, 3, 12.',
		required: 'Must be there',
		requiredHint: 'The report cannot be published before the section is approved.',
		blocks: 'Must hold',
		help: 'Questions to the writer',
		helpHint: 'A question a line. They are never published.',
		hasInitial: 'The section begins with a text that is there already.',
		up: (title) => `Move up ${title}`,
		down: (title) => `Move down ${title}`,
		remove: (title) => `Remove ${title}`,
		addSection: 'Add a section',
		addSectionTo: (title) => `Add a section to ${title}`,
		addChapter: 'Add a chapter',
		moved: (title, number) => `${title} is now ${number}.`,
		removed: (title) => `${title} is removed.`,
		added: (number) => `${number} is added. Write a title.`,
		undo: 'Undo',
		save: 'Save as a new version',
		changed: 'The changes are not saved.',
		leave: 'The changes are not saved. Leave the page all the same?',
		archive: 'Archive the template',
		archiveThen: 'No new reports can be made from it then. You can take it into use again.',
		restore: 'Take into use again',
		isArchived: 'The template is archived. No new reports are made from it.'
	}
};
