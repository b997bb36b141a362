import type { organisation as sv } from './organisation.sv.ts';

export const organisation: typeof sv = {
	title: 'Organisation',
	lede: 'Authorities and departments. What is approved or published keeps the names that it had.',
	municipality: 'The municipality',
	municipalityName: 'Name of the municipality',
	fourEyes: 'Four eyes',
	fourEyesHint: 'Whoever wrote in a section since it was last approved cannot approve it.',
	save: 'Save',
	done: {
		saved: 'Saved.',
		added: 'Added.',
		closed: 'Closed. It is offered for nothing new.',
		reopened: 'Open again.'
	},
	authorities: 'Authorities and departments',
	name: 'Name',
	authority: 'Authority',
	authorityHint:
		'A department with sections that are not approved cannot move to another authority.',
	noDepartments: 'No departments.',
	closedAt: 'Closed',
	change: (name) => `Change ${name}`,
	changeShort: 'Change',
	close: 'Close',
	closeLede: {
		authority:
			'The authority and its departments are offered for nothing new, and keep what they have.',
		department: 'The department is offered for nothing new, and keeps what it has.'
	},
	reopen: 'Open again',
	use: {
		sections: (n) =>
			n === 1 ? '1 section that is not approved' : `${n} sections that are not approved`,
		writers: (n) => (n === 1 ? '1 writer' : `${n} writers`),
		coordinators: (n) => (n === 1 ? '1 coordinator' : `${n} coordinators`),
		departments: (n) => (n === 1 ? '1 open department' : `${n} open departments`)
	},
	has: (what) => `Has ${what}.`,
	and: ' and ',
	anyway: 'Close it anyway',
	addAuthority: 'Add an authority',
	addDepartment: 'Add a department',
	add: 'Add',
	abbreviations: 'Abbreviations of the departments'
};
