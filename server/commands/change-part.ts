import { tidyName } from '#core/person-fields.ts';
import { ok, refuse } from '#core/result.ts';
import { departmentUses } from '#server/store/organisation-use.ts';
import { setAuthorityFields, setDepartmentFields } from '#server/store/organisation.ts';
import { audit, type Command } from './context.ts';
import { partFor, partNameProblems, type PartKind } from './organisation-part.ts';

/**
 * Another name, or for a department another authority. What is submitted, approved or published keeps the
 * names that it had (S2). A department moves when it has no open section: what it writes in would else be
 * another authority's, without anybody having shared it (A4).
 */
export const changePart: Command<
	{ by: string; kind: PartKind; id: string; name: string; authorityId?: string },
	null
> = async (tx, input, context) => {
	const found = await partFor(tx, input.by, input);
	if (!found.ok) return found;
	const { actor, part, authorities, departments } = found.value;
	const others = part.kind === 'authority' ? authorities : departments;
	const problems = partNameProblems(
		input.name,
		others.filter(({ id }) => id !== part.id).map(({ name }) => name)
	);
	const to = part.kind === 'department' ? (input.authorityId ?? part.authorityId) : null;
	const moves = part.kind === 'department' && to !== part.authorityId;
	if (moves && !authorities.some((a) => a.id === to && a.closedAt === null))
		problems.push({ field: 'authorityId', problem: 'unknown' });
	else if (moves && (await departmentUses(tx, actor.municipalityId))(part.id).sections > 0)
		problems.push({ field: 'authorityId', problem: 'hasSections' });
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	const name = tidyName(input.name);
	if (name === part.name && !moves) return ok(null);
	if (part.kind === 'authority') await setAuthorityFields(tx, part.id, { name });
	else await setDepartmentFields(tx, part.id, { name, authorityId: to ?? part.authorityId });
	await audit(tx, actor, context, {
		act: 'organisation.change',
		detail: {
			kind: part.kind,
			id: part.id,
			name,
			before: part.name,
			...(moves ? { authorityId: to } : {})
		}
	});
	return ok(null);
};
