import { ok, refuse } from '#core/result.ts';
import { setAuthorityFields, setDepartmentFields } from '#server/store/organisation.ts';
import { audit, type Command } from './context.ts';
import { partFor, type PartKind } from './organisation-part.ts';

/** Takes a closed part into use again; a department's authority is opened before it. */
export const reopenPart: Command<{ by: string; kind: PartKind; id: string }, null> = async (
	tx,
	input,
	context
) => {
	const found = await partFor(tx, input.by, input);
	if (!found.ok) return found;
	const { actor, part, authorities } = found.value;
	if (part.closedAt === null)
		return refuse({ code: 'moved', happened: 'done', by: null, at: null });
	const isUnder = (id: string) => authorities.some((a) => a.id === id && a.closedAt !== null);
	if (part.kind === 'department' && isUnder(part.authorityId))
		return refuse({ code: 'invalid', problems: [{ field: 'id', problem: 'authorityClosed' }] });
	if (part.kind === 'authority') await setAuthorityFields(tx, part.id, { closedAt: null });
	else await setDepartmentFields(tx, part.id, { closedAt: null });
	await audit(tx, actor, context, {
		act: 'organisation.reopen',
		detail: { kind: part.kind, id: part.id, name: part.name }
	});
	return ok(null);
};
