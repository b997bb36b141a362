import type { pages as sv } from './pages.sv.ts';

export const pages: typeof sv = {
	label: 'Pages',
	of: (page, pages) => `Page ${page} of ${pages}`,
	before: 'Previous',
	after: 'Next',
	newer: 'Newer',
	older: 'Older'
};
