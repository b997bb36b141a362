import type { Role } from '#core/access.ts';
import { ok } from '#core/result.ts';
import { countIdentities, listClaimRoles } from '#server/store/identities.ts';
import { listAuthorities, listOpenDepartments } from '#server/store/organisation.ts';
import type { View } from './index.ts';
import { grantNamer, lookingAtPeople } from './people-parts.ts';

/** A role with what it is for in words; empty for the whole municipality. */
export type NamedRole = { role: Role; of: string };

export type SignInPage = {
	/** Which value of the claim carries which role. */
	claims: ({ id: string; value: string } & NamedRole)[];
	/** What a value may carry; `id` of a department for writers, of an authority for coordinators. */
	roles: (NamedRole & { id: string | null })[];
	/** People who have signed in by a service: ever, within a day, within thirty. */
	counts: { ever: number; day: number; month: number };
};

const inOrder = new Intl.Collator('sv');
const DAY = 24 * 60 * 60 * 1000;

/** U7: how people sign in by the municipality's service, for those who manage them. No name is told. */
export const signIn: View<{ now: number }, SignInPage> = async (tx, actor, { now }) => {
	const allowed = lookingAtPeople(actor);
	if (!allowed.ok) return allowed;
	const { municipalityId } = allowed.value;
	const named = await grantNamer(tx, municipalityId);
	const claims = (await listClaimRoles(tx, municipalityId)).map((row) => {
		const { role, of } = named({ ...row, personId: '', reportId: null, source: 'claim' });
		return { id: row.id, value: row.value, role, of };
	});
	const departments = await listOpenDepartments(tx, municipalityId);
	const authorities = await listAuthorities(tx, municipalityId);
	const since = (at: number) => countIdentities(tx, municipalityId, at);
	return ok({
		claims: claims.sort((a, b) => inOrder.compare(a.value, b.value) || inOrder.compare(a.of, b.of)),
		roles: [
			...departments.map(({ id, name }) => ({ role: 'writer' as const, id, of: name })),
			...authorities
				.filter(({ closedAt }) => closedAt === null)
				.map(({ id, name }) => ({ role: 'coordinator' as const, id, of: name })),
			{ role: 'councilMember', id: null, of: '' },
			{ role: 'administrator', id: null, of: '' }
		],
		counts: {
			ever: await since(0),
			day: await since(now - DAY),
			month: await since(now - 30 * DAY)
		}
	});
};
