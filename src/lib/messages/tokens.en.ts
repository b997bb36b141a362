import type { tokens as sv } from './tokens.sv.ts';

export const tokens: typeof sv = {
	title: 'API keys',
	lede: 'With a key a program can read and change for you through the API. It can never do more than you can.',
	description: 'Description of the API',
	made: 'The key is made. Copy it now: it is not shown again.',
	key: 'New API key',
	howTo: 'Send it in the header Authorization: Bearer. Keep it as you keep a password.',
	copy: 'Copy',
	copied: 'Copied',
	yours: 'Your keys',
	none: 'You have no key.',
	name: 'Name',
	nameHint: 'What the key is for, such as “Statistics for the intranet”.',
	scope: 'May',
	scopes: {
		read: { label: 'Read', hint: 'Sees what you see, and changes nothing.' },
		figures: {
			label: 'Read, and enter indicators’ values',
			hint: 'Also changes values and groups for comparison.'
		},
		write: { label: 'Do all that you may', hint: 'Also submit, approve and publish.' }
	},
	days: 'Valid for this many days',
	daysHint: 'From 1 to 365.',
	make: 'Make the key',
	makeNew: 'New key',
	mayNot: 'Your role cannot make keys.',
	madeAt: 'Made',
	lastUsed: 'Last used',
	never: 'Never',
	expires: 'Valid until',
	revoke: 'Take back',
	revokeOne: (name) => `Take back ${name}`,
	revoked: 'The key was taken back and no longer works.'
};
