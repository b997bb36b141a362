import { and, asc, eq, gt, isNull, max, sql } from 'drizzle-orm';
import { identity, oneTimeLink, person, session } from './schema.ts';
import type { Tx } from './store.ts';

/** A person as administrators see them; how their password is kept is not read. */
export type ListedPerson = {
	id: string;
	name: string;
	email: string;
	active: boolean;
	createdAt: number;
	closedAt: number | null;
	hasPassword: boolean;
};

const columns = {
	id: person.id,
	name: person.name,
	email: person.email,
	active: person.active,
	createdAt: person.createdAt,
	closedAt: person.closedAt,
	hasPassword: sql<number>`${person.passwordHash} is not null`
};

/** The municipality's people, by name; those who were forgotten (U9) are not among them. */
export async function listedPeople(tx: Tx, municipalityId: string): Promise<ListedPerson[]> {
	return tx.db
		.select(columns)
		.from(person)
		.where(and(eq(person.municipalityId, municipalityId), isNull(person.erasedAt)))
		.orderBy(asc(person.name))
		.all()
		.map((row) => ({ ...row, hasPassword: row.hasPassword === 1 }));
}

/** How somebody got in: the newest of the sessions that still stand, or what the sign-in service says. */
export type WayIn = { at: number; via: 'password' | 'oidc' | 'link' };

/** What is known of how the municipality's people get in, by person. */
export type WaysIn = {
	/** Until when an invitation is open. */
	invited: Map<string, number>;
	/** Known to the sign-in service. */
	known: Set<string>;
	last: Map<string, WayIn>;
	/** Sessions that stand. */
	sessions: Map<string, number>;
};

export async function waysIn(tx: Tx, municipalityId: string, now: number): Promise<WaysIn> {
	const invited = tx.db
		.select({ id: oneTimeLink.personId, until: max(oneTimeLink.expiresAt) })
		.from(oneTimeLink)
		.where(
			and(
				eq(oneTimeLink.purpose, 'invitation'),
				isNull(oneTimeLink.usedAt),
				gt(oneTimeLink.expiresAt, now)
			)
		)
		.groupBy(oneTimeLink.personId)
		.all();
	const identities = tx.db
		.select({ id: identity.personId, at: identity.lastUsedAt })
		.from(identity)
		.where(eq(identity.municipalityId, municipalityId))
		.all();
	const sessions = tx.db
		.select({ id: session.personId, at: session.createdAt, via: session.via })
		.from(session)
		.innerJoin(person, eq(person.id, session.personId))
		.where(and(eq(person.municipalityId, municipalityId), gt(session.expiresAt, now)))
		.all();
	const last = new Map<string, WayIn>();
	const later = (id: string, way: WayIn) => {
		if ((last.get(id)?.at ?? -1) < way.at) last.set(id, way);
	};
	const counts = new Map<string, number>();
	for (const { id, at } of identities) later(id, { at, via: 'oidc' });
	for (const { id, at, via } of sessions) {
		later(id, { at, via });
		counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return {
		invited: new Map(
			invited.flatMap(({ id, until }) => (id === null || until === null ? [] : [[id, until]]))
		),
		known: new Set(identities.map(({ id }) => id)),
		last,
		sessions: counts
	};
}
