import type { helpLinks as sv } from './help-links.sv.ts';

export const helpLinks: typeof sv = {
	lock: 'Why is the section locked?',
	offline: 'How does a contribution come late?',
	'small-groups': 'More about findings and small groups',
	'four-eyes': 'More about decisions and four eyes',
	publish: 'More about editions and corrections'
};
