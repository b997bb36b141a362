import type { matrix as sv } from './matrix.sv.ts';

export const matrix: typeof sv = {
	title: 'Article by article',
	lede: 'What each department writes about each article of the Convention on the Rights of the Child: strengths, challenges, development areas and other things. Empty places show where nobody has said anything.',
	none: 'No section is about an article yet. Articles are set in the overview.',
	overview: 'Overview: articles and departments',
	common: 'In common',
	article: (n) => `Article ${n}`,
	count: (written, all) =>
		written === all
			? `${all} ${all === 1 ? 'section' : 'sections'}`
			: `${written} of ${all} sections`,
	unwritten: 'Nothing written yet',
	nothing: 'No section',
	by: { article: 'By article', department: 'By department' },
	sides: { strengths: 'Strengths', challenges: 'Challenges' },
	areas: 'Development areas'
};
