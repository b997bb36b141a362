import type { people as sv } from './people.sv.ts';

export const people: typeof sv = {
	title: 'People',
	lede: 'Everybody who has or had an account, and what they may do.',
	add: 'Add a person',
	importFile: 'Add from a file',
	find: 'Search',
	findHint: 'Name, e-mail address, department or authority.',
	state: 'State',
	role: 'Role',
	anyState: 'All states',
	anyRole: 'All roles',
	noRole: 'No role',
	show: 'Show',
	found: (n) => (n === 1 ? '1 person' : `${n} people`),
	none: 'Nobody fits what you search for.',
	name: 'Name',
	email: 'E-mail address',
	roles: 'Roles',
	last: 'Last in',
	neverIn: 'not in now',
	states: {
		active: 'Can sign in',
		invited: 'Invited',
		none: 'Not invited',
		closed: 'Account closed'
	},
	via: { password: 'by password', oidc: 'by the sign-in service', link: 'by a link' },
	inviteAll: {
		title: 'Invite those who are not invited',
		lede: (n) => (n === 1 ? '1 person has no way in yet.' : `${n} people have no way in yet.`),
		byMail: (n) => (n === 1 ? 'Mail an invitation' : `Mail ${n} invitations`),
		byLink: (n) => (n === 1 ? 'Show a link' : `Show ${n} links`),
		sent: (n) => (n === 1 ? '1 invitation was mailed.' : `${n} invitations were mailed.`),
		links: 'Links to pass on',
		linksLede:
			'The links are shown only now. Each opens an account and works once. Give it to nobody but the one it is for.',
		left: (n) => `${n} are left. Do the same once more.`
	},
	new: {
		title: 'Add a person',
		invite: 'Invitation',
		mail: 'Mail an invitation',
		link: 'Show a link that I pass on',
		later: 'Do not invite yet',
		save: 'Add',
		nameHint: 'As others see the person.',
		emailHint: 'The person signs in with it.'
	},
	grants: {
		legend: 'Roles',
		administrator: 'Looks after people, organisation and settings.',
		councilMember: 'Reads what is published, and what was released to them.',
		writer: 'Writer for',
		writerHint: 'Writes in sections that the department owns or shares.',
		coordinator: 'Coordinator of',
		noDepartments: 'A writer writes for a department, and there is none yet.',
		addDepartment: 'Add departments',
		coordinatorHint: 'Plans, approves and publishes. The whole authority, or one report only.',
		wholeAuthority: (name) => `${name}, all reports`,
		oneReport: (authority, title) => `${authority}, only ${title}`,
		oneReportFold: 'One report only',
		closed: 'closed',
		fromClaim: 'Follows the sign-in service, and is changed there:',
		save: 'Save the roles',
		saved: 'The roles are saved. They hold already.',
		none: 'No role'
	},
	one: {
		about: 'Name and address',
		save: 'Save',
		saved: 'Saved.',
		added: 'The person is added.',
		addressLinks: 'With another address, links that went to the old one stop working.',
		access: 'Way in',
		password: 'Has a password.',
		known: 'Is known to the sign-in service.',
		noWay: 'Has no way in yet.',
		invitedUntil: 'The invitation is open until',
		lastIn: 'Last in',
		sessions: (n) =>
			n === 0
				? 'Is not signed in now.'
				: n === 1
					? 'Is signed in at 1 place.'
					: `Is signed in at ${n} places.`,
		invite: 'New invitation',
		reset: 'Link for a new password',
		byMail: 'Mail it',
		byLink: 'Show it to me',
		endSessions: 'Sign out everywhere',
		ended: 'The person is signed out everywhere.',
		mailed: (to) => `The link was mailed to ${to}.`,
		notMailed: 'The mail could not be sent. Pass the link on yourself:',
		link: 'The link is shown only now. It works once, and whoever has it gets into the account.',
		linkLabel: 'Link',
		until: 'Works until',
		close: 'Close the account',
		closeLede:
			'The person is signed out everywhere, and links and API keys stop working. What they wrote and decided stays.',
		closeMe: 'This is your own account. You will be signed out and cannot come in again.',
		closed: 'The account is closed.',
		closedAt: 'The account was closed',
		reopen: 'Open the account again',
		reopenLede: 'The person gets their roles back, and can sign in as before.',
		reopened: 'The account is open again.',
		last: 'This is the only administrator who can sign in. The account cannot be closed.',
		data: 'What is kept about the person, and erasing it'
	}
};
