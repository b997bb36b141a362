import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import { authorityUses, departmentUses, type Use } from '#server/store/organisation-use.ts';
import { getMunicipality, listAuthorities, listDepartments } from '#server/store/organisation.ts';
import type { View } from './index.ts';

export type OrganisationPart = {
	id: string;
	name: string;
	closedAt: number | null;
	use: Use;
};

export type OrganisationPage = {
	municipality: { name: string; fourEyes: boolean };
	/** The authorities, each with its departments. */
	authorities: (OrganisationPart & {
		departments: (OrganisationPart & { abbreviation: string })[];
	})[];
};

/** Authorities and departments, with what each of them has. */
export const organisation: View<null, OrganisationPage> = async (tx, actor) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'organisation.manage', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const municipality = await getMunicipality(tx, municipalityId);
	if (!municipality) return refuse({ code: 'notFound' });
	const departments = await listDepartments(tx, municipalityId);
	const ofDepartment = await departmentUses(tx, municipalityId);
	const ofAuthority = await authorityUses(tx, municipalityId);
	return ok({
		municipality: { name: municipality.name, fourEyes: municipality.fourEyes },
		authorities: (await listAuthorities(tx, municipalityId)).map(({ id, name, closedAt }) => ({
			id,
			name,
			closedAt,
			use: ofAuthority(id),
			departments: departments
				.filter(({ authorityId }) => authorityId === id)
				.map((d) => ({
					id: d.id,
					name: d.name,
					closedAt: d.closedAt,
					abbreviation: d.abbreviation,
					use: ofDepartment(d.id)
				}))
		}))
	});
};
