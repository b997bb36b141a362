import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import { getAuthority, listDepartments } from '#server/store/organisation.ts';
import type { View } from './index.ts';

export type DepartmentsPage = {
	departments: { id: string; name: string; abbreviation: string; authority: string }[];
};

/** The departments and how tables call them, for those who may say it. */
export const departments: View<null, DepartmentsPage> = async (tx, actor) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'department.manage', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const known = await listDepartments(tx, municipalityId);
	return ok({
		departments: await Promise.all(
			known.map(async ({ id, name, abbreviation, authorityId }) => ({
				id,
				name,
				abbreviation,
				authority: (await getAuthority(tx, authorityId))?.name ?? ''
			}))
		)
	});
};
