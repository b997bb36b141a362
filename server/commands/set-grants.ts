import type { Role } from '#core/access.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { listAuthorities, listDepartments } from '#server/store/organisation.ts';
import { deleteGrants, getPerson, insertGrant } from '#server/store/people.ts';
import { getReport } from '#server/store/reports.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

/** A role as it is granted: a writer needs a department, a coordinator an authority (A1). */
export type GrantInput = {
	role: Role;
	departmentId?: string | null;
	authorityId?: string | null;
	reportId?: string | null;
};

/** Gives a person exactly these roles; what is not in the list is withdrawn, at once (A6). */
export const setGrants: Command<
	{ by: string; personId: string; grants: GrantInput[] },
	null
> = async (tx, input, context) => {
	const actor = await actorOf(tx, input.by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'people.manage', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const person = await getPerson(tx, input.personId);
	if (person?.municipalityId !== municipalityId) return refuse({ code: 'notFound' });

	const departments = (await listDepartments(tx, municipalityId)).map((d) => d.id);
	const authorities = (await listAuthorities(tx, municipalityId)).map((a) => a.id);
	const problems: FieldProblem[] = [];
	for (const [i, g] of input.grants.entries()) {
		const problem = (field: string) =>
			problems.push({ field: `grants.${i}.${field}`, problem: 'unknown' });
		if (g.role === 'writer' && !departments.includes(g.departmentId ?? '')) problem('departmentId');
		if (g.role === 'coordinator' && !authorities.includes(g.authorityId ?? ''))
			problem('authorityId');
		const report = g.reportId ? await getReport(tx, g.reportId) : undefined;
		if (g.reportId && report?.authorityId !== g.authorityId) problem('reportId');
	}
	if (problems.length > 0) return refuse({ code: 'invalid', problems });

	await deleteGrants(tx, person.id);
	for (const g of input.grants)
		await insertGrant(tx, {
			id: context.newId(),
			municipalityId,
			personId: person.id,
			role: g.role,
			departmentId: g.role === 'writer' ? (g.departmentId ?? null) : null,
			authorityId: g.role === 'coordinator' ? (g.authorityId ?? null) : null,
			reportId: g.role === 'coordinator' ? (g.reportId ?? null) : null
		});
	await audit(tx, actor.value, context, {
		act: 'person.grants',
		detail: { personId: person.id, grants: input.grants }
	});
	return ok(null);
};
