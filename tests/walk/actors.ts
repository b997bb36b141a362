import type { App } from '#server/app.ts';
import { authority, departments, municipality } from '#server/demo/people.ts';
import {
	insertAuthority,
	insertDepartment,
	insertMunicipality
} from '#server/store/organisation.ts';
import { insertGrant, insertPerson } from '#server/store/people.ts';
import { person, session } from '#server/store/schema.ts';
import type { Tx } from '#server/store/store.ts';
import { eq } from 'drizzle-orm';
import { must } from '../support/act.ts';

/** Everybody who can stand before a door. */

export const ELSEWHERE = { id: 'walk-elsewhere', name: 'Byggnadsnämnden' } as const;
export const STRANGE = { id: 'walk-strange', name: 'Främlinge kommun' } as const;
const home = municipality.id;
const [owning] = departments;

/** Departments beside the demo's, by the right that the walk gives them in its section. */
export const DEPARTMENTS = {
	shared: { id: 'walk-shared', authorityId: authority.id },
	rows: { id: 'walk-rows', authorityId: authority.id },
	other: { id: 'walk-other', authorityId: authority.id },
	sharedElsewhere: { id: 'walk-shared-elsewhere', authorityId: ELSEWHERE.id }
} as const;

type GrantRow = Omit<Parameters<typeof insertGrant>[1], 'id' | 'municipalityId' | 'personId'>;
type Places = { report: string; other: string };
type Sketch = {
	grants: (at: Places) => GrantRow[];
	municipalityId?: string;
};

const writer = (departmentId: string): Sketch => ({
	grants: () => [{ role: 'writer', departmentId }]
});
const coordinates = (authorityId: string): GrantRow => ({ role: 'coordinator', authorityId });

/** `null` is nobody at all; `none` has an account and no role. */
const SKETCHES = {
	anonymous: null,
	none: { grants: () => [] },
	administrator: { grants: () => [{ role: 'administrator' }] },
	coordinator: { grants: () => [coordinates(authority.id)] },
	coordinatorOfThis: {
		grants: ({ report }) => [{ ...coordinates(authority.id), reportId: report }]
	},
	coordinatorOfAnother: {
		grants: ({ other }) => [{ ...coordinates(authority.id), reportId: other }]
	},
	coordinatorElsewhere: { grants: () => [coordinates(ELSEWHERE.id)] },
	coordinatorOfBoth: { grants: () => [coordinates(authority.id), coordinates(ELSEWHERE.id)] },
	writer: writer(owning?.id ?? ''),
	writerShared: writer(DEPARTMENTS.shared.id),
	writerRows: writer(DEPARTMENTS.rows.id),
	writerOther: writer(DEPARTMENTS.other.id),
	writerElsewhere: writer(`${ELSEWHERE.id}-forvaltning`),
	writerSharedElsewhere: writer(DEPARTMENTS.sharedElsewhere.id),
	councilMember: { grants: () => [{ role: 'councilMember' }] },
	councilMemberUnnamed: { grants: () => [{ role: 'councilMember' }] },
	stranger: {
		municipalityId: STRANGE.id,
		grants: () => [{ role: 'administrator' }, coordinates(`${STRANGE.id}-authority`)]
	},
	closed: { grants: () => [{ role: 'administrator' }, coordinates(authority.id)] },
	expired: { grants: () => [{ role: 'administrator' }, coordinates(authority.id)] }
} satisfies Record<string, Sketch | null>;

export type Who = keyof typeof SKETCHES;
export const WHO = Object.keys(SKETCHES) as Who[];
const sketches: Record<string, Sketch | null> = SKETCHES;

export const personId = (who: Who): string => `walk-person-${who}`;
/** A name that stands nowhere else. */
export const nameOf = (who: Who): string => `Zetterqvist${who} Ekorre`;

/** The cookie header of everybody, as their browser sends it; null for nobody. */
export type Cookies = Record<Who, string | null>;

/** Signs everybody in; then the session of one ends, and the account of another is closed. */
export async function signInAll(app: App): Promise<Cookies> {
	const cookies: Partial<Cookies> = {};
	for (const who of WHO) {
		if (sketches[who] === null) cookies[who] = null;
		else {
			const { cookie } = must(await app.accounts.begin(personId(who), 'password', ''));
			cookies[who] = cookie.split(';')[0] ?? '';
		}
	}
	await app.read(async (tx) => {
		const ended = { expiresAt: app.clock() - 1 };
		tx.db
			.update(session)
			.set(ended)
			.where(eq(session.personId, personId('expired')))
			.run();
		const closed = { active: false, closedAt: app.clock() };
		tx.db
			.update(person)
			.set(closed)
			.where(eq(person.id, personId('closed')))
			.run();
	});
	return cookies as Cookies;
}

/** Authorities, departments and people, without roles in a report. */
export async function addPeople(app: App): Promise<void> {
	await app.read(async (tx) => {
		for (const [name, { id, authorityId }] of Object.entries(DEPARTMENTS))
			await insertDepartment(tx, { id, municipalityId: home, authorityId, name: `Kontor ${name}` });
		for (const who of WHO) await addPerson(tx, who);
	});
}

/** Another municipality in the same database. */
export async function addStrangers(app: App): Promise<void> {
	const { id, name } = STRANGE;
	await app.read(async (tx) => {
		await insertMunicipality(tx, { id, name, createdAt: 1 });
		const of = { municipalityId: id };
		await insertAuthority(tx, { ...of, id: `${id}-authority`, name: 'Främlinge styrelse' });
	});
}

async function addPerson(tx: Tx, who: Who): Promise<void> {
	const sketch = sketches[who];
	if (!sketch) return;
	await insertPerson(tx, {
		id: personId(who),
		municipalityId: sketch.municipalityId ?? home,
		email: `${who.toLowerCase()}@walk.example`,
		name: nameOf(who),
		createdAt: 1
	});
}

/** What they may do, once the reports are there. */
export async function addRoles(app: App, at: Places): Promise<void> {
	await app.read(async (tx) => {
		for (const who of WHO)
			for (const [i, row] of (sketches[who]?.grants(at) ?? []).entries())
				await insertGrant(tx, {
					...row,
					id: `walk-grant-${who}-${i}`,
					municipalityId: sketches[who]?.municipalityId ?? home,
					personId: personId(who)
				});
	});
}
