import type { review as sv } from './review.sv.ts';

export const review: typeof sv = {
	title: 'Comments',
	reading: 'Reading …',
	failed: 'The comments could not be read.',
	kept: 'What you have written is still here.',
	invalid: {
		text: 'The comment is empty, too long, or has characters that cannot be stored.',
		mentions: 'Somebody you mention may not read this section. Remove the name.',
		anchor: 'That place cannot be spoken of. Select words in the text and try again.',
		proposed: 'A suggestion must be another text, on one line.',
		replaces: 'Select fewer words at a time.'
	},
	noAnswer: 'The server did not answer. What you have written is still here.',
	notSaved: 'Your text is not saved yet. Try again when it says Saved.',
	retry: 'Try again',

	filters: 'Show',
	open: (n) => `Open (${n})`,
	done: (n) => `Settled (${n})`,
	none: { open: 'No open comments.', done: 'No settled comments.' },
	hint: 'Select words in the text and press Ctrl+Alt+M to comment on them.',

	comment: {
		new: 'New comment',
		label: 'Your comment',
		send: 'Send',
		hint: 'Type @ to mention somebody. Ctrl+Enter sends.',
		mustMeet: 'Must be met before approval'
	},
	about: 'About:',
	aboutSection: 'About the whole section',
	aboutAll: 'Make it about the whole section',
	begun: 'You have begun a comment. Send or discard it first.',
	suggest: {
		new: 'New suggestion',
		now: 'Reads now:',
		here: 'Goes in where the caret stands.',
		proposed: 'Suggested text',
		empty: 'Leave it empty to suggest that the words are removed.',
		why: 'Why? (optional)',
		send: 'Send the suggestion',
		same: 'The suggestion reads as the text does.',
		nothing: 'Write what is to go in.',
		oneParagraph:
			'A suggestion is about words within one paragraph. Select words, or put the caret where something is to go in.'
	},
	discard: 'Discard',
	cancel: 'Cancel',

	kind: { comment: 'Comment', suggestion: 'Suggestion' },
	mustMeet: 'Must be met',
	gone: 'The passage is no longer in the text. It read:',
	lost: 'The passage is no longer in the text.',
	show: 'Show in the text',
	inText: { proposed: 'Suggested', removed: 'Suggested removal' },
	old: 'Removed:',
	new: 'Suggested:',

	edited: 'edited',
	withdrawn: 'The comment was withdrawn',
	earlier: (n) => (n === 1 ? '1 earlier wording' : `${n} earlier wordings`),
	edit: 'Edit',
	save: 'Save the change',
	take: 'Withdraw',
	takeSure: 'Withdraw the comment? Its words are gone for everybody.',
	answer: 'Answer',
	answerLabel: 'Your answer',
	resolve: 'Mark as resolved',
	reopen: 'Open again',
	accept: 'Take into the text',
	decline: 'Decline',
	declineWhy: 'Why? (optional)',
	withdraw: 'Withdraw the suggestion',
	reason: (reason) => `Reason: ${reason}`,
	of: (name, words) => `: ${name}, ${words}`,
	states: {
		open: 'Open',
		resolved: 'Resolved',
		accepted: 'Taken in',
		declined: 'Declined or withdrawn'
	},
	stateBy: (state, by, when) => (by === null ? `${state}, ${when}` : `${state} by ${by}, ${when}`),

	mention: {
		list: 'People',
		found: (n) =>
			n === 0
				? 'Nobody is called that'
				: `${n === 1 ? '1 person' : `${n} people`}, choose with the arrow keys`
	},
	said: {
		sent: 'The comment is sent',
		suggested: 'The suggestion is sent',
		saved: 'The change is saved',
		taken: 'The comment is withdrawn',
		resolved: 'The thread is resolved',
		open: 'The thread is open again',
		accepted: 'The suggestion is in the text',
		declined: 'The suggestion is settled'
	},
	news: {
		comment: (name, section) => `${name} has commented in ${section}`,
		suggestion: (name, section) => `${name} has made a suggestion in ${section}`,
		state: (state, section) => `Thread in ${section}: ${state}`
	}
};
