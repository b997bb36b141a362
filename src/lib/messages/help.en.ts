import type { Role } from '#core/access.ts';
import type { help as sv } from './help.sv.ts';

const WRITES: readonly Role[] = ['writer', 'coordinator'];

export const help: typeof sv = {
	title: 'Help',
	lede: 'What is good to know when you work with the report.',
	forYou: (roles) => `This is what concerns you as ${roles}.`,
	showAll: 'Show the help for all roles',
	showMine: 'Show only the help for my roles',
	contents: 'On this page',
	topics: [
		{
			id: 'way',
			roles: null,
			title: 'From draft to edition',
			text: [
				'A report consists of sections. Each is a draft until somebody submits it for approval. Then its text and its figures are locked.',
				'The coordinator reads the section and approves it, or returns it with a reason so that it can be changed again.',
				'When all sections that must be there are approved, and the decision is taken, the coordinator publishes an edition. An edition never changes. A correction is a new edition with a reason.'
			]
		},
		{
			id: 'saved',
			roles: WRITES,
			title: 'What does Saved mean?',
			text: [
				'When it says Saved, all that you wrote is on the disk of the server. You need not press anything.',
				'Otherwise you see how many changes are not saved yet. If you leave the page then, you are asked first.'
			]
		},
		{
			id: 'offline',
			roles: WRITES,
			title: 'What happens without a connection?',
			text: [
				'You can go on writing. What you write stays in the browser on that very computer, even if you close it, and is sent when the connection is back.',
				'Do not sign out before it says Saved. Signing out removes what is not sent from the computer, after asking you.',
				'If the section was submitted meanwhile, what you wrote is kept as a late contribution. The coordinator sees it and takes it in or declines it, and you are told which.'
			]
		},
		{
			id: 'lock',
			roles: WRITES,
			title: 'Why can the section not be changed?',
			text: [
				'A section that is submitted or approved is locked for everybody, the coordinator too. Above the text it says who submitted or approved it, and when.',
				'The coordinator opens a submitted section by returning it, and an approved one by reopening it. Both need a reason, which you see.',
				'You can comment at any time. A section of another department is there for you to read and comment on.'
			]
		},
		{
			id: 'comments',
			roles: WRITES,
			title: 'Comments and suggestions',
			text: [
				'Mark words in the text and choose to comment or to suggest. Write @ and a name, and that person is told.',
				'A suggestion changes nothing until somebody who may write in the section takes it in.',
				'A comment that must be met before approval hinders the approval until it is marked as resolved.'
			]
		},
		{
			id: 'figures',
			roles: WRITES,
			title: 'Figures',
			text: [
				'A number is entered once, under Indicators, or fetched from Kolada. The text holds a reference to it, with a sentence that is made of the numbers.',
				'A draft shows the value of today. When the section is submitted, its value is fixed. If the source changes later, the section keeps its value, and the coordinator sees the difference.',
				'A value that somebody typed is never changed by a fetch.'
			]
		},
		{
			id: 'small-groups',
			roles: WRITES,
			title: 'Checks and small groups',
			text: [
				'The checks look for what needs to be put right, such as numbers about so few children that one of them may be recognised, sums that do not agree, and pictures without a description.',
				'What hinders must be put right before the section is submitted. The rest is advice. The coordinator may override a finding with a reason, and the reason stays in the trail.',
				'How small groups are to be hidden is for the municipality to decide. The numbers of the checks are a warning and no decision.'
			]
		},
		{
			id: 'keyboard',
			roles: WRITES,
			title: 'Keys',
			text: [
				'In the text: Ctrl+B bold, Ctrl+I italic, Ctrl+Z undo, Ctrl+Shift+Z redo. On a Mac use Cmd instead of Ctrl.',
				'Write / in an empty paragraph to add a heading, table, picture or indicator. Ctrl+Alt+M comments on what is marked.',
				'On the page where you approve a section you may switch on the keys a for approve and r for return.'
			]
		},
		{
			id: 'four-eyes',
			roles: ['coordinator'],
			title: 'Approve, return and reopen',
			text: [
				'You approve exactly the text that you see. If something changed meanwhile, you read it first.',
				'Whoever wrote in the section since it was last approved cannot approve it. Another coordinator is needed then.',
				'If you reopen an approved section, the approval ends. Who approved it then stays on record.'
			]
		},
		{
			id: 'publish',
			roles: ['coordinator'],
			title: 'Publish',
			text: [
				'Under Publication you see what is missing, and how the result will look. You fill in the decision: who took it, when, and its paragraph.',
				'The edition becomes a web page, PDFs in ordinary and large type, Word, open data and a package for the archive. All have the same text and the same numbers.',
				'If a file shows what must not be shown, you can withdraw it with a reason that readers see. The copy for the archive stays.'
			]
		},
		{
			id: 'preview',
			roles: ['coordinator', 'councilMember'],
			title: 'Preview for council members',
			text: [
				'Before the decision the coordinator may let named council members read what is approved. It is marked as a draft and cannot be changed.',
				'The members see it on the start page. When it is taken back, it is gone at once.'
			]
		},
		{
			id: 'accounts',
			roles: ['administrator'],
			title: 'Accounts and roles',
			text: [
				'Under Settings you invite people, give roles and close accounts. Whoever loses a role loses its rights at once, in open pages too.',
				'A writer writes for a department. A coordinator has one report, or all of an authority. A council member reads what is published, and previews.',
				'A closed account is not removed: what the person wrote and decided stays under the name.'
			]
		},
		{
			id: 'account',
			roles: null,
			title: 'Your own account',
			text: [
				'On the page of your account you change your password, see where you are signed in and choose how you are told of things: in the program, by mail or not at all.',
				'If you have forgotten your password, choose that on the page where you sign in, or ask the administrator for a link.'
			]
		}
	],
	steps: {
		title: 'Get started',
		lede: 'This is needed before the first report can be published. The order is a suggestion.',
		progress: (done, total) => `${done} of ${total} done`,
		done: 'Done',
		left: 'To do',
		byAdministrator: 'The administrator does that.',
		byCoordinator: 'The coordinator does that.',
		whenReport: 'The report comes first.',
		putAway: 'Do not show it here',
		putAwayHint: 'The list stays under Help.',
		step: {
			organisation: 'Enter authorities and departments',
			people: 'Invite those who are to write',
			sender: 'Say who publishes: logo, colour and contact',
			figures: 'Enter or fetch indicators',
			report: 'Make the first report',
			owners: 'Give the departments their sections, on the board',
			deadlines: 'Decide by when sections are to be submitted',
			submitted: 'Get the first section submitted'
		}
	},
	writer: {
		title: 'How to begin',
		lines: [
			'Open the report under Reports. The sections of your department are those that you can write in.',
			'Read the questions below the heading of the section, and write. The text is saved by itself.',
			'Submit the section when it is done. If something needs to change, you get it back with a reason.'
		],
		more: 'Read more in the help'
	}
};
