import type { notices as sv } from './notices.sv.ts';

const who = ([first = 'Somebody', second, ...more]: string[]): string =>
	second === undefined
		? first
		: more.length === 0
			? `${first} and ${second}`
			: `${first} and ${more.length + 1} more`;

export const notices: typeof sv = {
	title: 'Notices',
	none: 'You have no notices.',
	unread: 'Unread',
	unreadCount: (n) => `${n} unread`,
	readAll: 'Mark all as read',
	settings: 'Choose what you are told',
	told: {
		mention: ({ by, count }) =>
			count === 1
				? `${who(by)} mentioned you in a comment`
				: `You are mentioned in ${count} comments by ${who(by)}`,
		comment: ({ by, count }) =>
			count === 1 ? `New comment by ${who(by)}` : `${count} new comments by ${who(by)}`,
		suggestion: ({ by, count }) =>
			count === 1 ? `${who(by)} suggested a change` : `${count} new suggestions by ${who(by)}`,
		suggestionDecided: ({ by, count, decided }) =>
			count > 1
				? `${count} of your suggestions are settled`
				: decided === 'accepted'
					? `${who(by)} accepted your suggestion`
					: decided === 'declined'
						? `${who(by)} declined your suggestion`
						: 'Your suggestion is settled',
		submitted: ({ by }) => `${who(by)} submitted for approval`,
		approved: ({ by }) => `${who(by)} approved`,
		returned: ({ by }) => `${who(by)} returned`,
		reopened: ({ by }) => `${who(by)} reopened`,
		late: ({ by, count }) =>
			count === 1
				? `A change by ${who(by)} came too late`
				: `${count} changes by ${who(by)} came too late`,
		lateDecided: ({ by, count, decided }) =>
			count > 1
				? `${count} of your changes that came too late are settled`
				: decided === 'accepted'
					? `${who(by)} took in your change that came too late`
					: decided === 'declined'
						? `${who(by)} declined your change that came too late`
						: 'Your change that came too late is settled',
		due: ({ day }) => `To be submitted by ${day}`,
		overdue: ({ day }) => `Should have been submitted by ${day}`,
		preview: ({ by }) => `${who(by)} asks you to read the report before its decision`,
		published: ({ by, edition }) => `${who(by)} published edition ${edition}`
	},
	choose: {
		title: 'What you are told',
		lede: 'Choose how you hear of each thing. Mails are gathered, so that you do not get one for each. A mail says that something happened and where, but never what the text says.',
		kind: 'Event',
		way: { mail: 'Mail', inApp: 'Only here', off: 'Not at all' },
		wayHint: 'What is mailed is here too.',
		saved: 'Your choice is saved.',
		back: 'To the notices',
		kinds: {
			mention: 'Somebody mentions you in a comment',
			comment: 'Comments in your sections and in threads you take part in',
			suggestion: 'Suggested changes in your sections',
			suggestionDecided: 'What became of your suggestions',
			submitted: 'A section is submitted for approval',
			approved: 'Your section is approved',
			returned: 'Your section is returned',
			reopened: 'Your section is reopened',
			late: 'A change came too late',
			lateDecided: 'What became of your change that came too late',
			due: 'The deadline of your section is near',
			overdue: 'Your section is late',
			preview: 'A report to read before its decision',
			published: 'A report is published'
		}
	}
};
