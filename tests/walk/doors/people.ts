import { people as demo } from '#server/demo/people.ts';
import { nameOf } from '../actors.ts';
import type { Line, Right } from '../line.ts';
import type { Ids } from '../world.ts';

/** Doors to the administration of people and of the organisation. */

const own: Right[] = [['people.manage', 'own']];
/** With somebody's id in it: of another municipality there is nobody. */
const here: Right[] = [['people.manage', 'here']];
const one = ({ person }: Ids) => ({ params: { id: person } });
/** Nobody who walks: what is kept about oneself is one's own to read. */
const another = () => ({ params: { id: demo.culture.id } });
const act = (name: string, form: Record<string, string>, rest: Partial<Line> = {}): Line => ({
	door: `act /settings/people/[id]?/${name}`,
	asks: here,
	ask: (ids) => ({ ...one(ids), form }),
	...rest
});

const organisation: Right[] = [['organisation.manage', 'own']];
const part = (name: string, form: Record<string, string>, rest: Partial<Line> = {}): Line => ({
	door: `act /settings/organisation?/${name}`,
	asks: [['organisation.manage', 'here']],
	ask: ({ department }) => ({ form: { kind: 'department', id: department, ...form } }),
	...rest
});

export const people: Line[] = [
	{ door: 'load /settings/people', asks: own },
	{ door: 'act /settings/people?/invite', asks: own, ask: () => ({ form: {} }), done: 200 },
	{ door: 'load /settings/people/new', asks: own },
	{
		door: 'act /settings/people/new?/default',
		asks: own,
		ask: (_, __, nth) => ({ form: { name: 'Ny Person', email: `ny${nth}@walk.example` } })
	},
	{ door: 'load /settings/people/[id]', asks: here, ask: one },
	act('change', {
		name: 'Nytt Namn',
		email: 'nytt@walk.example',
		seenName: nameOf('none'),
		seenEmail: 'none@walk.example'
	}),
	act('grants', { grant: 'councilMember' }),
	act('link', { purpose: 'invitation' }, { done: 200 }),
	act('sessions', {}),
	act('close', {}),
	act('reopen', {}, { done: 409 }),
	{ door: 'load /settings/people/[id]/data', asks: here, ask: another },
	{ door: 'GET /settings/people/[id]/data/download', asks: here, ask: another },
	{
		door: 'act /settings/people/[id]/data?/erase',
		asks: here,
		ask: (ids) => ({ ...one(ids), form: { sure: 'yes', reason: 'Hen har bett om det.' } }),
		// Only whose account is closed is forgotten.
		done: 422
	},
	{ door: 'load /settings/people/import', asks: own },
	{ door: 'GET /settings/people/import/template.csv', asks: own },
	{
		door: 'act /settings/people/import?/read',
		asks: own,
		ask: () => ({ form: { file: new File(['namn;e-post\n'], 'p.csv') } }),
		// A table without anybody in it.
		done: 422
	},
	{
		door: 'act /settings/people/import?/import',
		asks: 'signedIn',
		// The file is not there: the page says so.
		ask: () => ({ form: { file: 'none', seen: '' } })
	},
	{ door: 'load /settings/trail', asks: [['installation.audit', 'own']] },
	{ door: 'load /settings/organisation', asks: organisation },
	{
		door: 'act /settings/organisation?/municipality',
		asks: [['organisation.manage', 'own']],
		// Another name than the one that stands was seen.
		ask: () => ({ form: { name: 'Ny', seenName: 'En annan' } }),
		done: 409
	},
	{
		door: 'act /settings/organisation?/add',
		asks: organisation,
		ask: () => ({ form: { kind: 'authority', name: 'Nämnden för nytt' } })
	},
	part('change', { name: 'Nytt kontor' }),
	part('close', { anyway: 'on' }),
	part('reopen', {}, { done: 409 }),
	{ door: 'load /settings/sign-in', asks: own },
	{
		door: 'act /settings/sign-in?/add',
		asks: own,
		ask: () => ({ form: { value: 'Ledamot', role: 'councilMember' } })
	},
	{
		door: 'act /settings/sign-in?/remove',
		asks: own,
		// There is none.
		ask: () => ({ form: { claimRoleId: 'none' } }),
		done: 404
	}
];
