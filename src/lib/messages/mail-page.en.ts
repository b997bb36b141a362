import type { mailPage as sv } from './mail-page.sv.ts';

export const mailPage: typeof sv = {
	title: 'Mails',
	link: 'Mails that were sent',
	lede: 'All mails about notices, and what became of them. Mails are made between 6 and 20, at most one an hour to each person. They are always in Swedish.',
	sending: (host, from) => `Mails are sent through ${host}, from ${from}.`,
	notSending: 'No mail server is configured, so mails are kept here and not sent.',
	howTo:
		'Whoever runs the server sets SMTP_URL and MAIL_FROM when the program starts. Then you can send what is kept.',
	sendTest: 'Send me a test mail',
	test: {
		waiting: (to) => `The test mail to ${to} is on its way.`,
		waitingMore: 'Reload the page in a while.',
		sent: (to) => `The mail server has taken the test mail to ${to}.`,
		sentMore: 'If it does not arrive within some minutes, look among the junk mail.',
		kept: (to) => `The test mail to ${to} is kept, and not sent.`,
		trouble: (to) => `The test mail to ${to} did not go.`,
		troubleMore: 'Show the error to whoever runs the mail server. It is tried again by itself.'
	},
	noticesWaiting: (n) =>
		n === 1 ? '1 notice waits for the next mail.' : `${n} notices wait for the next mail.`,
	show: 'Show',
	all: 'All',
	states: {
		waiting: 'On their way',
		sent: 'Sent',
		kept: 'Kept',
		failed: 'Could not be sent'
	},
	state: {
		waiting: 'On its way',
		sent: 'Sent',
		kept: 'Kept, not sent',
		failed: 'Could not be sent'
	},
	retry: {
		failed: (n) => (n === 1 ? 'Try again' : `Try all ${n} again`),
		kept: (n) => (n === 1 ? 'Send the one that is kept' : `Send all ${n} that are kept`)
	},
	retryHint: 'What its reader has read, or may not see any more, is taken out first.',
	retried: (n) =>
		n === 0
			? 'No mail was waiting.'
			: n === 1
				? '1 mail is on its way.'
				: `${n} mails are on their way.`,
	none: 'No mails.',
	to: 'To',
	made: 'Written',
	sentAt: 'Sent',
	nextAt: 'Next attempt',
	attempts: 'Attempts',
	said: 'Error',
	read: 'Read the mail'
};
