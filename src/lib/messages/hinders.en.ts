import type { hinders as sv } from './hinders.sv.ts';

export const hinders: typeof sv = {
	sectionNotApproved: (title) => `“${title}” is not approved.`,
	hashDiffers: (title) =>
		`“${title}” was approved in another wording. Reopen the section and approve it anew.`,
	blockMissing: (title, block) => `“${title}” lacks: ${block}.`,
	altMissing: (title) => `“${title}” has a picture without a text alternative.`,
	commentOpen: (title, count) =>
		count === 1
			? `“${title}” has an open comment that must be met before the approval.`
			: `“${title}” has ${count} open comments that must be met before the approval.`,
	sourceWithdrawn: (title, source) =>
		`“${title}” shows ${source}, which is withdrawn. Reopen the section.`,
	finding: (title, excerpt) => `“${title}”: hindered by the checks at “${excerpt}”.`,
	unprintable: (title, why, excerpt) =>
		`${title === '' ? 'The report' : `“${title}”`} cannot be printed: ${why}${excerpt === '' ? '' : ` (“${excerpt}”)`}.`,
	printProblem: {
		sign: 'the typeface lacks a character',
		alternative: 'a picture lacks its text alternative',
		columns: 'a table has too many columns',
		picture: 'a picture cannot be read or is too large',
		size: 'the text is too long',
		refused: 'the typesetting failed'
	},
	/** The page that says it has the field's name. */
	metaMissing: 'Something that the report must say of itself is missing.',
	decisionMissing: {
		body: 'The deciding body is not filled in.',
		date: 'The date of the decision is not filled in, or is no date.',
		paragraph: 'The paragraph is not filled in.',
		registryNumber: 'The registry number is not filled in.'
	}
};
