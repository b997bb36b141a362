import type { Role } from '#core/access.ts';
import { ROLES } from '#core/access.ts';
import type { FieldProblem } from '#core/result.ts';
import { listAuthorities, listDepartments } from '#server/store/organisation.ts';
import { getReport } from '#server/store/reports.ts';
import type { GrantRow } from '#server/store/people-roles.ts';
import type { Tx } from '#server/store/store.ts';

/** A role as it is granted: a writer needs a department, a coordinator an authority (A1). */
export type GrantInput = {
	role: Role;
	departmentId?: string | null;
	authorityId?: string | null;
	reportId?: string | null;
};

/** A role with what belongs to it and nothing else. */
export type PlainGrant = Pick<GrantRow, 'role' | 'departmentId' | 'authorityId' | 'reportId'>;

export const plainGrant = (g: GrantInput): PlainGrant => ({
	role: g.role,
	departmentId: g.role === 'writer' ? (g.departmentId ?? null) : null,
	authorityId: g.role === 'coordinator' ? (g.authorityId ?? null) : null,
	reportId: g.role === 'coordinator' ? (g.reportId ?? null) : null
});

/** What tells roles apart. */
export const grantKey = (g: GrantInput): string => {
	const { role, departmentId, authorityId, reportId } = plainGrant(g);
	return JSON.stringify([role, departmentId, authorityId, reportId]);
};

/** More than anybody has: each is looked up. */
const MOST_GRANTS = 100;

/**
 * The roles as they would be stored, each once, and what is wrong with them: `grants.{i}.{field}`. What is
 * closed is given to nobody anew; `held` are the roles that the person has already.
 */
export async function checkedGrants(
	tx: Tx,
	municipalityId: string,
	wished: GrantInput[],
	held: readonly PlainGrant[] = []
): Promise<{ grants: PlainGrant[]; problems: FieldProblem[] }> {
	if (wished.length > MOST_GRANTS)
		return { grants: [], problems: [{ field: 'grants', problem: 'tooManyRoles' }] };
	const departments = new Map((await listDepartments(tx, municipalityId)).map((d) => [d.id, d]));
	const authorities = new Map((await listAuthorities(tx, municipalityId)).map((a) => [a.id, a]));
	const has = new Set(held.map(grantKey));
	const problems: FieldProblem[] = [];
	for (const [i, g] of wished.entries()) {
		const no = (field: string, problem: string) =>
			problems.push({ field: `grants.${i}.${field}`, problem });
		const fits = (field: string, one: { closedAt: number | null } | undefined) => {
			if (!one) no(field, 'unknown');
			else if (one.closedAt !== null && !has.has(grantKey(g))) no(field, 'isClosed');
		};
		if (!ROLES.includes(g.role)) no('role', 'unknown');
		if (g.role === 'writer') fits('departmentId', departments.get(g.departmentId ?? ''));
		if (g.role !== 'coordinator') continue;
		fits('authorityId', authorities.get(g.authorityId ?? ''));
		const report = g.reportId ? await getReport(tx, g.reportId) : undefined;
		if (g.reportId && report?.authorityId !== g.authorityId) no('reportId', 'unknown');
	}
	const grants = [...new Map(wished.map((g) => [grantKey(g), plainGrant(g)])).values()];
	return { grants, problems };
}
