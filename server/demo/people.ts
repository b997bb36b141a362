import type { Role } from '#core/access.ts';

/** Who and what there is in the demo municipality. All of it is made up. */

export const municipality = {
	id: 'demo-exempelkommun',
	name: 'Exempelkommun',
	/** None: the municipality does not exist. */
	code: ''
} as const;

export const authority = { id: 'demo-kommunstyrelsen', name: 'Kommunstyrelsen' } as const;

/** The departments that the template's owner roles mean. */
export type DepartmentRole = 'social' | 'education' | 'culture';

export type DemoDepartment = {
	id: string;
	name: string;
	/** How tables call it. */
	abbreviation: string;
	templateRole: DepartmentRole;
};

export const departments: DemoDepartment[] = [
	{
		id: 'demo-barn-och-utbildning',
		name: 'Barn och utbildning',
		abbreviation: 'BU',
		templateRole: 'education'
	},
	{
		id: 'demo-socialtjansten',
		name: 'Socialtjänsten',
		abbreviation: 'SOC',
		templateRole: 'social'
	},
	{
		id: 'demo-kultur-och-fritid',
		name: 'Kultur och fritid',
		abbreviation: 'KF',
		templateRole: 'culture'
	}
];

export type DemoPersonKey =
	'administrator' | 'coordinator' | 'deputy' | 'education' | 'social' | 'culture' | 'councilMember';

export type DemoPerson = {
	id: string;
	name: string;
	email: string;
	role: Role;
	/** For writers: the department through which they write. */
	department: DepartmentRole | null;
};

/**
 * The accounts. The deputy coordinator is there because of four eyes (A7): a section that the
 * coordinator wrote must be approved by somebody else.
 */
export const people: Record<DemoPersonKey, DemoPerson> = {
	administrator: {
		id: 'demo-admin',
		name: 'Alva Nordmark',
		email: 'admin@demo.example',
		role: 'administrator',
		department: null
	},
	coordinator: {
		id: 'demo-samordnare',
		name: 'Sara Ekdal',
		email: 'samordnare@demo.example',
		role: 'coordinator',
		department: null
	},
	deputy: {
		id: 'demo-bitradande',
		name: 'Henrik Tallmo',
		email: 'bitradande@demo.example',
		role: 'coordinator',
		department: null
	},
	education: {
		id: 'demo-skola',
		name: 'Jonas Hedvall',
		email: 'skola@demo.example',
		role: 'writer',
		department: 'education'
	},
	social: {
		id: 'demo-social',
		name: 'Mariam Sundberg',
		email: 'social@demo.example',
		role: 'writer',
		department: 'social'
	},
	culture: {
		id: 'demo-kultur',
		name: 'Elias Forsgård',
		email: 'kultur@demo.example',
		role: 'writer',
		department: 'culture'
	},
	councilMember: {
		id: 'demo-ledamot',
		name: 'Birgitta Åsell',
		email: 'ledamot@demo.example',
		role: 'councilMember',
		department: null
	}
};

/** The password of every demo account; they exist in a demo database only (U4). */
export const password = 'barnbokslut';
