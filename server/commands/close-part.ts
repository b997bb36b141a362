import { ok, refuse } from '#core/result.ts';
import { authorityUses, departmentUses, type Use } from '#server/store/organisation-use.ts';
import { setAuthorityFields, setDepartmentFields } from '#server/store/organisation.ts';
import { audit, type Command } from './context.ts';
import { partFor, type PartKind } from './organisation-part.ts';

/**
 * Closes a department or an authority: it is offered for nothing new, and what it has stays its own. With
 * an authority its departments close. Refused at field `anyway` while it has open sections, departments
 * or people, unless who closes it has been told (`anyway`).
 */
export const closePart: Command<
	{ by: string; kind: PartKind; id: string; anyway: boolean },
	null
> = async (tx, input, context) => {
	const found = await partFor(tx, input.by, input);
	if (!found.ok) return found;
	const { actor, part, departments } = found.value;
	if (part.closedAt !== null)
		return refuse({ code: 'moved', happened: 'done', by: null, at: null });
	const usesOf = part.kind === 'authority' ? authorityUses : departmentUses;
	const use = (await usesOf(tx, actor.municipalityId))(part.id);
	if (isUsed(use) && !input.anyway)
		return refuse({ code: 'invalid', problems: [{ field: 'anyway', problem: 'inUse' }] });
	const closedAt = context.now;
	const withIt =
		part.kind === 'authority'
			? departments.filter((d) => d.authorityId === part.id && d.closedAt === null)
			: [];
	if (part.kind === 'authority') await setAuthorityFields(tx, part.id, { closedAt });
	else await setDepartmentFields(tx, part.id, { closedAt });
	for (const { id } of withIt) await setDepartmentFields(tx, id, { closedAt });
	await audit(tx, actor, context, {
		act: 'organisation.close',
		detail: { kind: part.kind, id: part.id, name: part.name, with: withIt.map(({ name }) => name) }
	});
	return ok(null);
};

const isUsed = ({ sections, people, departments }: Use): boolean =>
	sections + people + departments > 0;
