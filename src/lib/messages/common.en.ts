import type { common as sv } from './common.sv.ts';

export const common: typeof sv = {
	product: 'Barnbokslut',
	save: 'Save',
	cancel: 'Cancel',
	close: 'Close',
	signIn: 'Sign in',
	signOut: 'Sign out',
	optional: 'optional',
	coordinator: 'Coordinator',
	articles: (list) => `Art. ${list}`,
	state: { draft: 'Draft', submitted: 'Submitted', approved: 'Approved' },
	trend: {
		improved: 'Improved',
		worsened: 'Worsened',
		unchanged: 'Unchanged',
		unknown: 'Unknown'
	},
	outcome: { better: 'Better', worse: 'Worse', equal: 'Equal', unknown: 'Unknown' },
	role: {
		administrator: 'Administrator',
		coordinator: 'Coordinator',
		writer: 'Writer',
		councilMember: 'Council member'
	},
	block: {
		text: 'running text',
		indicator: 'indicator',
		figure: 'big figure',
		indicatorSummary: 'summary of indicators',
		table: 'table',
		followUpTable: 'follow-up table',
		planTable: 'plan with measures',
		quote: 'quotation',
		references: 'list of sources',
		signature: 'signature'
	}
};
