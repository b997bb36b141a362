import type { late as sv } from './late.sv.ts';

export const late: typeof sv = {
	title: 'Late contributions',
	lede: {
		all: 'This did not come into the text: the section was locked, the writer had lost the right to write, or the passage was deleted meanwhile. Take it in or decline it with a reason.',
		own: 'You wrote this and it did not come into the text. The coordinator takes it in or declines it with a reason.'
	},
	filter: 'Show',
	states: { open: 'Waiting', accepted: 'Taken in', declined: 'Declined', all: 'All' },
	none: {
		open: 'No late contribution waits.',
		accepted: 'None was taken in.',
		declined: 'None was declined.',
		all: 'There are no late contributions.'
	},
	of: (author) => `Late contribution by ${author}`,
	mine: 'Your late contribution',
	came: 'Came',
	base: 'Written against the text of',
	noBase: 'Written before the text had been loaded.',
	since: (n) =>
		n === 0
			? 'The text is the same since.'
			: n === 1
				? 'The text has changed once since.'
				: `The text has changed ${n} times since.`,
	stopped: {
		submitted: (by) => `The section was submitted by ${by}.`,
		approved: (by) => `The section was approved by ${by}.`,
		forbidden: 'The writer had lost the right to write in the section.',
		deleted: 'Somebody else deleted the passage while it was written.',
		locked: 'The section was locked.'
	},
	somebody: 'somebody',
	placed: {
		inPlace: 'Goes in where it was written, in its context.',
		atEnd:
			'Goes in at the end of the section: the place where it was written is gone. Move the words to where they belong.',
		otherEpoch:
			'Goes in at the end of the section: the document was rebuilt since. Move the words to where they belong, and remove what stands there twice.'
	},
	not: {
		nothingLeft:
			'All of the contribution stands in the text already. There is nothing to take in; decline it with that explanation.',
		otherEpoch:
			'The document was rebuilt, and the contribution changed no words, only how they are set. It cannot be taken in.',
		tooLarge:
			'The section grows too large with it. Shorten the text first, or decline the contribution.',
		unreadable: 'The contribution cannot be read as text of the section. It cannot be taken in.'
	},
	difference: 'What the text becomes',
	words: 'The words of the contribution',
	noWords: 'The contribution changes no words.',
	locked: {
		submitted: 'The section is submitted and locked. Return it first, then this can be taken in.',
		approved: 'The section is approved and locked. Reopen it first, then this can be taken in.',
		link: 'To the decision about the section'
	},
	accept: 'Take in',
	acceptOf: (author) => ` the contribution by ${author}`,
	decline: 'Decline',
	declineOf: (author) => ` the contribution by ${author}`,
	reason: 'Why is it not taken in?',
	reasonHint: 'The writer reads the reason.',
	send: 'Decline the contribution',
	decided: {
		accepted: (by) => `Taken in by ${by}`,
		declined: (by) => `Declined by ${by}`,
		reason: (reason) => `The reason: ${reason}`
	},
	done: {
		accepted: (author) => `The contribution is in the text, in the name of ${author}.`,
		declined: (author) => `The contribution is declined. ${author} is told the reason.`
	},
	waits: 'Waits for the coordinator.'
};
