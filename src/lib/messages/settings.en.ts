import type { settings as sv } from './settings.sv.ts';

export const settings: typeof sv = {
	title: 'Settings',
	places: {
		people: {
			title: 'People',
			about: 'Who has an account, what they may do, invitations.'
		},
		organisation: {
			title: 'Organisation',
			about: 'Authorities, departments, the municipality’s name and four eyes.'
		},
		signIn: {
			title: 'Sign-in',
			about: 'The sign-in of the municipality, and roles that come along with it.'
		},
		departments: {
			title: 'Abbreviations',
			about: 'How tables call the departments.'
		},
		templates: {
			title: 'Templates',
			about: 'Chapters, sections and help that new reports begin with.'
		},
		sender: {
			title: 'Sender',
			about: 'Logo, colour and contact in what is published.'
		},
		mail: {
			title: 'Mail',
			about: 'Which mails were sent, and what became of them.'
		},
		accessibility: {
			title: 'Accessibility statement',
			about: 'What readers are told of how accessible the website is.'
		},
		trail: {
			title: 'Events in the system',
			about: 'Who changed people, organisation and settings.'
		},
		jobs: {
			title: 'Work in progress',
			about: 'What takes longer, and how far it is.'
		}
	}
};
