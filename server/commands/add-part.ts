import { tidyName } from '#core/person-fields.ts';
import { ok, refuse } from '#core/result.ts';
import { insertAuthority, insertDepartment } from '#server/store/organisation.ts';
import { audit, type Command } from './context.ts';
import { organisationFor, partNameProblems } from './organisation-part.ts';

/** A new authority, or a new department of an authority that is not closed. */
export const addPart: Command<
	{ by: string; name: string } & (
		{ kind: 'authority' } | { kind: 'department'; authorityId: string }
	),
	{ id: string }
> = async (tx, input, context) => {
	const found = await organisationFor(tx, input.by);
	if (!found.ok) return found;
	const { actor, authorities, departments } = found.value;
	const { municipalityId } = actor;
	const others = input.kind === 'authority' ? authorities : departments;
	const problems = partNameProblems(
		input.name,
		others.map(({ name }) => name)
	);
	const isOpen = (id: string) => authorities.some((a) => a.id === id && a.closedAt === null);
	if (input.kind === 'department' && !isOpen(input.authorityId))
		problems.push({ field: 'authorityId', problem: 'unknown' });
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	const row = { id: context.newId(), municipalityId, name: tidyName(input.name) };
	if (input.kind === 'authority') await insertAuthority(tx, row);
	else await insertDepartment(tx, { ...row, authorityId: input.authorityId });
	await audit(tx, actor, context, {
		act: 'organisation.add',
		detail: { kind: input.kind, id: row.id, name: row.name }
	});
	return ok({ id: row.id });
};
