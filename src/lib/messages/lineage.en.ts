import type { lineage as sv } from './lineage.sv.ts';

const areas = (n: number) => (n === 1 ? '1 area' : `${n} areas`);

export const lineage: typeof sv = {
	title: 'The way of the promises',
	lede: 'Where did last year’s areas go in the new plan? The system proposes, but it sees words and departments only. You decide.',
	counts: (followed, planned, unconfirmed) =>
		`${followed} followed up, ${planned} in the plan, ${unconfirmed === 1 ? '1 way is unconfirmed' : `${unconfirmed} ways are unconfirmed`}.`,
	allConfirmed: 'All ways are confirmed.',
	noFollowUp:
		'The report has no follow-up with areas yet. Without it there are no promises to follow.',
	noPlan: 'The report has no plan with areas yet. When there is one, the proposals come here.',
	gone: (n) =>
		n === 1
			? '1 confirmed way was of areas that are no longer there. It does not count.'
			: `${n} confirmed ways were of areas that are no longer there. They do not count.`,
	lockedPlan: (section) =>
		`The section ${section} is submitted or approved, and the ways are part of it. They can be changed when it has been reopened.`,
	readOnly: 'The coordinator confirms the ways. You can read them.',
	sureTitle: 'Sure proposals',
	sureIs: (n) =>
		n === 1
			? '1 area is called the same in the plan.'
			: `${n} areas are called the same in the plan.`,
	confirmSure: (n) => (n === 1 ? 'Confirm it' : `Confirm all ${n}`),
	ofFollowUp: 'What is followed up',
	ofPlan: 'New in the plan',
	noneNew: 'Nothing in the plan is new.',
	followed: 'Followed up',
	planned: 'In the plan',
	nowhere: 'Not in the plan',
	unnamed: 'Without a name',
	measures: (n) => (n === 1 ? '1 measure' : `${n} measures`),
	noMeasures: 'no measures',
	noStatus: 'no status',
	status: {
		completed: 'completed',
		started: 'started',
		notStarted: 'not started',
		stopped: 'stopped',
		unknown: 'status unknown'
	},
	kind: {
		kept: 'Goes on',
		renamed: 'Is renamed',
		reshaped: 'Is reshaped',
		merged: 'Are merged',
		split: 'Is split',
		finished: 'Is finished',
		dropped: 'Is dropped',
		new: 'Is new'
	},
	kindIs: {
		kept: 'The same area and the same name.',
		renamed: 'The same area by another name.',
		reshaped: 'The same concern, with another name and other measures.',
		merged: 'Several areas become one.',
		split: 'One area becomes several.',
		finished: 'The work is done and needs no successor.',
		dropped: 'The work is not done but is not in the plan.',
		new: 'The area has not been followed up.'
	},
	needs: {
		one: 'one area that is followed up and one in the plan',
		merged: 'several areas that are followed up and one in the plan',
		split: 'one area that is followed up and several in the plan',
		ended: 'one area that is followed up and none in the plan',
		new: 'no area that is followed up and one in the plan'
	},
	fits: (kind, needs) => `“${kind}” is of ${needs}.`,
	chosen: (from, to) => `Chosen: ${areas(from)} followed up, ${areas(to)} in the plan.`,
	proposal: 'Proposal',
	sureness: { sure: 'sure', likely: 'likely', unsure: 'unsure' },
	reason: {
		sameName: 'the same name',
		nameWithin: 'one name holds the other',
		nameAlike: 'names alike',
		sameMeasures: 'the same measures',
		measuresAlike: 'measures alike',
		sameDepartments: 'the same departments',
		sharedDepartments: 'partly the same departments',
		otherDepartments: 'other departments',
		sameRow: 'the row is the same',
		others: 'another area is like it too',
		noSuccessor: 'nothing in the plan is like it',
		noPredecessor: 'nothing that is followed up is like it',
		completed: 'it is completed',
		started: 'it has been started',
		notStarted: 'it was never started',
		stopped: 'it was stopped',
		statusUnknown: 'how it went is unknown'
	},
	confirmedBy: (name) => `Confirmed by ${name}`,
	begunAndDropped:
		'It has been started but is not in the plan. Readers are told so: write in the follow-up why.',
	confirm: 'Confirm',
	change: 'Change',
	undo: 'Undo',
	of: (names) => `: ${names}`,
	form: {
		title: 'Change the way',
		from: 'What is followed up?',
		to: 'What does it become in the plan?',
		kind: 'What happens?',
		takes: 'An area that already has a confirmed way gets this one instead.',
		save: 'Confirm',
		wrong: 'Choose as many areas as what happens is of.'
	},
	reader: {
		title: 'Where they went',
		lead: (n) =>
			n === 1
				? 'This is how the area that is followed up went on.'
				: `This is how the ${n} areas that are followed up went on.`,
		kinds: {
			kept: 'Go on',
			renamed: 'Go on by a new name',
			reshaped: 'Go on in a new form',
			merged: 'Have been merged',
			split: 'Have been split',
			finished: 'Are finished',
			dropped: 'Are not in the plan',
			new: 'New in the plan'
		},
		untold: 'Nothing is said of',
		into: 'becomes',
		quoted: (name) => `“${name}”`,
		statusOf: (status) => `(${status})`,
		how: 'A person has confirmed each way.'
	}
};
