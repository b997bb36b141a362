import type { desk as sv } from './desk.sv.ts';

export const desk: typeof sv = {
	onPage: 'On this page',
	room: 'Open in the report',
	history: 'History',
	board: 'To the overview',
	hash: 'Checksum',
	lock: {
		draft: 'The section is open to its writers.',
		submittedThen: 'The text is locked until the coordinator approves or returns it.',
		approved: (by) => `Approved by ${by}`,
		approvedThen: 'The text is locked. The coordinator can reopen it.',
		sentIn: (by) => `Submitted by ${by}`,
		opened: (by) => `Opened by ${by}`,
		because: (reason) => `The reason: ${reason}`
	},
	somebody: 'somebody',
	done: {
		submitted: (name) => `${name} still waits for a decision.`,
		approved: (name) => `${name} is approved.`,
		draft: (name) => `${name} is a draft again. Its writers see the reason.`
	},
	nextHere: 'Here is the next section that waits for you.',
	noneLeft: 'No other section of the report waits for you.',
	no: {
		title: 'You cannot approve the section yet',
		fourEyes:
			'You have written in the section since it was last approved. Whoever wrote does not approve.',
		fourEyesThen: (names) => `Ask ${names} to approve it, or return it.`,
		fourEyesNobody:
			'Every coordinator has written in the section. Somebody who has not needs to become a coordinator of the report.',
		mustMeet: (n) =>
			n === 1
				? 'One comment must be met before the approval.'
				: `${n} comments must be met before the approval.`,
		mustMeetThen: 'Resolve them if they are met, or return the section.',
		mustMeetLink: 'To the comments',
		findings: (n) =>
			n === 1 ? 'One finding of the checks hinders.' : `${n} findings of the checks hinder.`,
		findingsThen: 'Accept them with a reason, or return the section so that the text can change.',
		findingsLink: 'To the findings'
	},
	or: 'or',
	text: {
		title: 'The text',
		published:
			'This is how the edition shows the text. Footnotes are numbered through the edition, so their numbers may differ.',
		draft: 'This is how the edition would show the text if it were submitted now.',
		show: 'Show',
		whole: 'The whole text',
		changes: {
			approved: 'Changes since the approval',
			submitted: 'Changes since the last submission'
		},
		first:
			'The section has not been approved or submitted before, so there is nothing to compare with.',
		empty: 'The section has no text.'
	},
	findings: {
		title: 'Findings of the checks',
		none: 'The checks found nothing.',
		counts: (blocking, advice) =>
			[
				blocking > 0 ? `${blocking} blocking` : '',
				advice > 0 ? (advice === 1 ? '1 piece of advice' : `${advice} pieces of advice`) : ''
			]
				.filter((part) => part !== '')
				.join(', ')
	},
	comments: {
		title: 'Open comments',
		none: 'No open comments.',
		mustMeet: 'Must be met',
		suggestion: 'Suggestion',
		whole: 'About the whole section',
		gone: 'The passage was deleted. It said:',
		instead: 'Instead:',
		nothing: 'nothing, the words are taken out',
		answers: (n) => (n === 1 ? '1 answer' : `${n} answers`),
		withdrawn: 'The comment was withdrawn.',
		open: 'Read and answer in the report'
	},
	late: {
		title: 'Late contributions',
		none: 'No late contributions wait.',
		decided: (n) => (n === 1 ? '1 is decided.' : `${n} are decided.`),
		all: 'All late contributions of the report'
	},
	figures: {
		title: 'Figures that have changed since',
		none: 'The figures are those that their sources give today.',
		hint: 'The section keeps its figures. Return it if the new ones are to come in.'
	},
	wrote: {
		title: 'Who has written',
		since: 'Since the section was last approved.',
		none: 'Nobody has written since the section was last approved.',
		words: (n) =>
			n === 0 ? 'no word is left' : n === 1 ? '1 word of the text' : `${n} words of the text`,
		authors: 'See who wrote what'
	},
	decision: {
		title: 'Decision',
		approve: 'Approve',
		approveTitle: (name) => `Approve ${name}?`,
		approveNext:
			'You approve the text as it stands on the page. It is locked until it is reopened.',
		giveBack: {
			button: 'Return',
			title: 'Return the section',
			next: 'The section becomes a draft again. Its writers see the reason.',
			reason: 'What needs to change?'
		},
		reopen: {
			button: 'Reopen',
			title: 'Reopen the section',
			next: 'The approval ends. The section becomes a draft again.',
			reason: 'Why is it reopened?'
		},
		notYet: 'You cannot approve yet.',
		why: 'See why',
		draft: 'A draft can be approved once it has been submitted.',
		next: (name) => `Next: ${name}`,
		newText: 'The text on the page is the new one. Read it before you approve.',
		noAnswer: 'The server did not answer. Nothing was done. Try again.'
	},
	keys: {
		title: 'Shortcuts',
		use: 'Use the keys a and r',
		hint: 'a approves and r returns, when you are in no field. You are always asked first.'
	}
};
