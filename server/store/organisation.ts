import { asc, eq } from 'drizzle-orm';
import { authority, department, municipality } from './schema.ts';
import type { Tx } from './store.ts';

export type Municipality = typeof municipality.$inferSelect;
export type Authority = typeof authority.$inferSelect;
export type Department = typeof department.$inferSelect;

export async function insertMunicipality(tx: Tx, row: typeof municipality.$inferInsert) {
	tx.db.insert(municipality).values(row).run();
}

export async function insertAuthority(tx: Tx, row: typeof authority.$inferInsert) {
	tx.db.insert(authority).values(row).run();
}

export async function insertDepartment(tx: Tx, row: typeof department.$inferInsert) {
	tx.db.insert(department).values(row).run();
}

export async function setAbbreviation(tx: Tx, departmentId: string, abbreviation: string) {
	tx.db.update(department).set({ abbreviation }).where(eq(department.id, departmentId)).run();
}

/** Changes a nämnd or styrelse. */
export async function setAuthorityFields(
	tx: Tx,
	id: string,
	fields: Partial<Pick<Authority, 'name' | 'closedAt'>>
) {
	tx.db.update(authority).set(fields).where(eq(authority.id, id)).run();
}

/** Changes a department; how tables call it is an act of its own. */
export async function setDepartmentFields(
	tx: Tx,
	id: string,
	fields: Partial<Pick<Department, 'name' | 'authorityId' | 'closedAt'>>
) {
	tx.db.update(department).set(fields).where(eq(department.id, id)).run();
}

export async function setMunicipalityFields(
	tx: Tx,
	id: string,
	fields: Partial<Pick<Municipality, 'name' | 'fourEyes'>>
) {
	tx.db.update(municipality).set(fields).where(eq(municipality.id, id)).run();
}

export async function getMunicipality(tx: Tx, id: string): Promise<Municipality | undefined> {
	return tx.db.select().from(municipality).where(eq(municipality.id, id)).get();
}

/** Every municipality: one in an installation, more only when many share a database one day. */
export async function listMunicipalities(tx: Tx): Promise<Municipality[]> {
	return tx.db.select().from(municipality).orderBy(asc(municipality.name)).all();
}

export async function getAuthority(tx: Tx, id: string): Promise<Authority | undefined> {
	return tx.db.select().from(authority).where(eq(authority.id, id)).get();
}

export async function listAuthorities(tx: Tx, municipalityId: string): Promise<Authority[]> {
	return tx.db
		.select()
		.from(authority)
		.where(eq(authority.municipalityId, municipalityId))
		.orderBy(asc(authority.name))
		.all();
}

/** The departments that are offered for something new: neither they nor their authority are closed. */
export async function listOpenDepartments(tx: Tx, municipalityId: string): Promise<Department[]> {
	const closed = (await listAuthorities(tx, municipalityId)).filter((a) => a.closedAt !== null);
	return (await listDepartments(tx, municipalityId)).filter(
		(d) => d.closedAt === null && !closed.some((a) => a.id === d.authorityId)
	);
}

export async function listDepartments(tx: Tx, municipalityId: string): Promise<Department[]> {
	return tx.db
		.select()
		.from(department)
		.where(eq(department.municipalityId, municipalityId))
		.orderBy(asc(department.name))
		.all();
}
