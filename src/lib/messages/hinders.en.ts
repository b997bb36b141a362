import type { hinders as sv } from './hinders.sv.ts';

export const hinders: typeof sv = {
	sectionNotApproved: (title) => `“${title}” is not approved.`,
	hashDiffers: (title) =>
		`“${title}” was approved in another wording. Reopen the section and approve it anew.`,
	blockMissing: (title, block) => `“${title}” lacks: ${block}.`,
	altMissing: (title) => `“${title}” has a picture without a text alternative.`,
	finding: (title, excerpt) => `“${title}”: hindered by the checks at “${excerpt}”.`,
	decisionMissing: {
		body: 'The deciding body is not filled in.',
		date: 'The date of the decision is not filled in, or is no date.',
		paragraph: 'The paragraph is not filled in.',
		registryNumber: 'The registry number is not filled in.'
	}
};
