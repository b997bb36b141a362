import type { common as sv } from './common.sv.ts';

export const common: typeof sv = {
	save: 'Save',
	cancel: 'Cancel',
	close: 'Close',
	back: 'Back',
	signIn: 'Sign in',
	signOut: 'Sign out',
	coordinator: 'Coordinator',
	article: (n) => `Article ${n}`,
	articleShort: (n) => `Art. ${n}`,
	state: { draft: 'Draft', submitted: 'Submitted', approved: 'Approved' }
};
