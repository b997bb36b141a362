import type { Actor } from '#core/access.ts';
import { nameProblem, tidyName } from '#core/person-fields.ts';
import { ok, refuse, type FieldProblem, type Result } from '#core/result.ts';
import {
	listAuthorities,
	listDepartments,
	type Authority,
	type Department
} from '#server/store/organisation.ts';
import type { Tx } from '#server/store/store.ts';
import { actorOf, permit } from './context.ts';

/** A part of the organisation: a nämnd or styrelse, or a department. */
export type PartKind = 'authority' | 'department';
export type Part = ({ kind: 'authority' } & Authority) | ({ kind: 'department' } & Department);

/** The parts, and who acts, when they may say what there is (`organisation.manage`). */
export async function organisationFor(
	tx: Tx,
	by: string
): Promise<Result<{ actor: Actor; authorities: Authority[]; departments: Department[] }>> {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'organisation.manage', {
		kind: 'municipality',
		municipalityId
	});
	if (!allowed.ok) return allowed;
	return ok({
		actor: actor.value,
		authorities: await listAuthorities(tx, municipalityId),
		departments: await listDepartments(tx, municipalityId)
	});
}

/** One of them, by its id; those of another municipality do not exist. */
export async function partFor(
	tx: Tx,
	by: string,
	{ kind, id }: { kind: PartKind; id: string }
): Promise<
	Result<{ actor: Actor; part: Part; authorities: Authority[]; departments: Department[] }>
> {
	const found = await organisationFor(tx, by);
	if (!found.ok) return found;
	const { authorities, departments } = found.value;
	if (kind === 'authority') {
		const one = authorities.find((a) => a.id === id);
		return one ? ok({ ...found.value, part: { kind, ...one } }) : refuse({ code: 'notFound' });
	}
	const one = departments.find((d) => d.id === id);
	return one ? ok({ ...found.value, part: { kind, ...one } }) : refuse({ code: 'notFound' });
}

/** What is wrong with the name of a part; `others` are the names that its neighbours have. */
export function partNameProblems(name: string, others: readonly string[]): FieldProblem[] {
	const problem = nameProblem(name);
	if (problem) return [{ field: 'name', problem }];
	const same = tidyName(name).toLowerCase();
	return others.some((other) => other.toLowerCase() === same)
		? [{ field: 'name', problem: 'nameTaken' }]
		: [];
}
