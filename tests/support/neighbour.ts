import type { App } from '#server/app.ts';
import {
	insertAuthority,
	insertDepartment,
	insertMunicipality
} from '#server/store/organisation.ts';
import { insertGrant, insertPerson } from '#server/store/people.ts';

/** Another municipality in the same database, of which nobody here may know anything (A8). */
export const neighbour = {
	municipalityId: 'grannkommun',
	authorityId: 'grannens-namnd',
	departmentId: 'grannens-forvaltning',
	/** Its administrator. */
	personId: 'granne',
	email: 'granne@granne.example',
	name: 'Greta Granne'
};

export async function settleNeighbour(app: App): Promise<void> {
	const { municipalityId, authorityId, departmentId, personId } = neighbour;
	await app.read(async (tx) => {
		await insertMunicipality(tx, { id: municipalityId, name: 'Grannkommun', createdAt: 1 });
		await insertAuthority(tx, { id: authorityId, municipalityId, name: 'Grannens nämnd' });
		await insertDepartment(tx, {
			id: departmentId,
			municipalityId,
			authorityId,
			name: 'Grannens förvaltning'
		});
		await insertPerson(tx, {
			id: personId,
			municipalityId,
			email: neighbour.email,
			name: neighbour.name,
			passwordHash: 'none',
			createdAt: 1
		});
		await insertGrant(tx, { id: 'granne-1', municipalityId, personId, role: 'administrator' });
	});
}
