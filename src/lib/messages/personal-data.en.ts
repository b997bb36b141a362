import type { personalData as sv } from './personal-data.sv.ts';

export const personalData: typeof sv = {
	own: {
		title: 'What is kept about you',
		back: 'To my account',
		lede: 'Here stands what the program keeps about you, and why. You can download all of it as a file.',
		forget: 'If you want to be removed',
		forgetHow:
			'Ask the municipality’s administrator to close your account and to remove what is kept about you. Your name, your address and everything of your sign-in go then.'
	},
	title: (name) => `What is kept about ${name}`,
	back: (name) => `To ${name}`,
	lede: 'Here stands what the program keeps about the person, and why. Whoever asks for their data is given the file.',
	download: 'Download as a file (JSON)',
	inFile:
		'The file holds the person’s own words and data. What others wrote is not in it, nor the names of reports and sections that the person may not see now.',
	kept: 'What is kept',
	count: (n) => (n === 1 ? '1 entry' : `${n} entries`),
	kinds: {
		account: {
			what: 'Name and e-mail address',
			why: 'To sign in, and for others to know who writes. The password is never kept so that it can be read.'
		},
		roles: {
			what: 'Roles',
			why: 'They decide what the person may see and do. They are valid until they are taken back.'
		},
		services: {
			what: 'The municipality’s sign-in service',
			why: 'Which account there belongs to this one, so that signing in finds it.'
		},
		sessions: {
			what: 'Where they are signed in',
			why: 'Browser, system and times, so that the person recognises them and can sign out. They are removed when they have ended, after a week at the latest.'
		},
		links: {
			what: 'Links to the account',
			why: 'When an invitation or a link for a new password was made and used. They are removed after a month.'
		},
		keys: {
			what: 'Keys for programs',
			why: 'What they are called, what they may do and when they are used.'
		},
		notices: {
			what: 'Notices',
			why: 'What has happened that concerns the person. They hold no texts.'
		},
		mails: { what: 'Mails', why: 'What was sent, so that one can see whether it arrived.' },
		acts: {
			what: 'What the person has done',
			why: 'Who submitted, approved and decided, and when. It can be seen afterwards and is never removed.'
		},
		actsAboutYou: {
			what: 'What was done that concerns the person',
			why: 'When others changed roles or account. It is never removed.'
		},
		comments: {
			what: 'Comments and suggestions',
			why: 'They belong to the work on the text, and show how it came about.'
		},
		late: {
			what: 'Changes that came too late',
			why: 'They are kept so that nothing that somebody wrote is lost.'
		},
		sections: {
			what: 'Sections that the person has written in',
			why: 'Each change is kept with who made it and when. It shows how the text came about, and that whoever wrote does not approve it.'
		}
	},
	stays:
		'This stays: who decided what and when, the texts and their history, comments, editions, and the lines of the trail with the name that stood there then. Of who signed in by the municipality’s own service a checksum stays, so that the account does not open again by itself. An authority must be able to show who decided (section 31 of the Administrative Procedure Act), and records of the matter are weeded out by the municipality’s own rules. Backups hold the data until they have been replaced.',
	erase: {
		title: 'Remove the data',
		goes: 'Name and address are replaced, and this is removed: password, sessions, links, keys, roles, notices, choices of notices and mails. It cannot be undone.',
		notYourself: 'You cannot remove what is kept about yourself. Ask another administrator.',
		closeFirst: 'Close the account first. Then you can remove the data here.',
		reason: 'Reason',
		reasonHint:
			'For instance: the person has left and asked for it. The reason is kept; do not write the name.',
		sure: (name) => `Yes, remove what is kept about ${name} for good`,
		do: 'Remove the data'
	}
};
