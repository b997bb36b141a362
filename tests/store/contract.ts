import { ok, refuse } from '#core/result.ts';
import { seedUpdate } from '#schema/content.ts';
import { insertAudit, listAudit } from '#server/store/audit.ts';
import {
	appendUpdate,
	claimClient,
	documentBytes,
	insertSnapshot,
	listClaims
} from '#server/store/log.ts';
import {
	insertAuthority,
	insertDepartment,
	insertMunicipality,
	listDepartments
} from '#server/store/organisation.ts';
import {
	deleteGrants,
	findPersonByEmail,
	insertGrant,
	insertOneTimeLink,
	insertPerson,
	loadActor,
	setPersonActive,
	useOneTimeLink
} from '#server/store/people.ts';
import { insertReport, listReports } from '#server/store/reports.ts';
import {
	getSection,
	insertSection,
	setSectionState,
	setShares,
	writersSinceApproval
} from '#server/store/sections.ts';
import { deleteSessionsOf, getSession, insertSession } from '#server/store/sessions.ts';
import type { Store, Tx } from '#server/store/store.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** What every store promises: the suite is a function of the store, so that another can be put to it. */
export function storeContract(name: string, open: () => { store: Store; done: () => void }): void {
	describe(`a store ${name}`, () => {
		let store: Store;
		let done: () => void;
		beforeEach(async () => {
			({ store, done } = open());
			await store.write(async (tx) => ok(await seed(tx)));
		});
		afterEach(() => {
			store.close();
			done();
		});

		test('[D6] a refusal or an exception undoes everything that the transaction did', async () => {
			const add = (tx: Tx) =>
				insertDepartment(tx, { id: 'd2', municipalityId: 'm', authorityId: 'a', name: 'Två' });
			const refused = await store.write(async (tx) => {
				await add(tx);
				return refuse({ code: 'notFound' });
			});
			expect(refused).toEqual(refuse({ code: 'notFound' }));
			await expect(
				store.write(async (tx) => {
					await add(tx);
					throw new Error('a bug');
				})
			).rejects.toThrow('a bug');
			expect(await store.read((tx) => listDepartments(tx, 'm'))).toHaveLength(1);
			expect((await store.write(async (tx) => ok(await add(tx)))).ok).toBe(true);
			expect(await store.read((tx) => listDepartments(tx, 'm'))).toHaveLength(2);
		});

		test('[D6] transactions that are asked for at once run one after the other', async () => {
			const steps: string[] = [];
			const work = (n: number) =>
				store.write(async () => {
					steps.push(`begin ${n}`);
					await Promise.resolve();
					await Promise.resolve();
					steps.push(`end ${n}`);
					return ok(n);
				});
			await Promise.all([work(1), work(2), store.read(async () => steps.push('read')), work(3)]);
			expect(steps).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'read', 'begin 3', 'end 3']);
		});

		test('[D9] every update keeps its number; a snapshot shortens the reading and removes nothing', async () => {
			const section = await store.read(async (tx) => getSection(tx, 's'));
			if (!section) throw new Error('no section');
			await store.write(async (tx) => {
				for (let n = 1; n <= 5; n++)
					section.seq = await appendUpdate(tx, section, {
						personId: 'p',
						at: n,
						bytes: new Uint8Array([n])
					});
				return ok(null);
			});
			const all = await store.read((tx) => documentBytes(tx, section));
			expect(all).toMatchObject({ seq: 5, snapshotSeq: 0 });
			expect(all.parts.map((p) => p[0])).toEqual([1, 2, 3, 4, 5]);
			await store.write(async (tx) =>
				ok(await insertSnapshot(tx, section, { seq: 3, at: 9, bytes: new Uint8Array([123]) }))
			);
			const short = await store.read((tx) => documentBytes(tx, section));
			expect(short).toMatchObject({ seq: 5, snapshotSeq: 3 });
			expect(short.parts.map((p) => p[0])).toEqual([123, 4, 5]);
			const { sectionUpdate } = await import('#server/store/schema.ts');
			const rows = await store.read(async (tx) => tx.db.select().from(sectionUpdate).all());
			expect(rows).toHaveLength(5);
			await expect(
				store.write(async (tx) => ok(tx.db.delete(sectionUpdate).run()))
			).rejects.toThrow('the log never changes');
		});

		test('[W5] a client id belongs to the person who used it first', async () => {
			const section = await store.read((tx) => getSection(tx, 's'));
			if (!section) throw new Error('no section');
			const claim = (personId: string) =>
				store.write(async (tx) => ok(await claimClient(tx, section, { clientId: 7, personId })));
			expect(await claim('p')).toEqual(ok(true));
			expect(await claim('p')).toEqual(ok(true));
			expect(await claim('q')).toEqual(ok(false));
			expect(await store.read((tx) => listClaims(tx, section))).toEqual(new Map([[7, 'p']]));
		});

		test('[S10] a state is set for whoever saw the newest version, once', async () => {
			const set = (by: string) =>
				store.write(async (tx) =>
					ok(
						await setSectionState(tx, {
							sectionId: 's',
							seenVersion: 1,
							state: 'submitted',
							by,
							at: 1
						})
					)
				);
			expect(await set('p')).toEqual(ok(true));
			expect(await set('q')).toEqual(ok(false));
			expect(await store.read((tx) => getSection(tx, 's'))).toMatchObject({
				stateBy: 'p',
				version: 2
			});
		});

		test('[A7] who wrote since the last approval is known, the server is nobody', async () => {
			const section = await store.read((tx) => getSection(tx, 's'));
			if (!section) throw new Error('no section');
			await store.write(async (tx) => {
				for (const personId of ['p', null, 'q', 'p'])
					section.seq = await appendUpdate(tx, section, {
						personId,
						at: 1,
						bytes: seedUpdate({ type: 'doc' })
					});
				return ok(null);
			});
			const writers = (approvedSeq: number) =>
				store.read((tx) => writersSinceApproval(tx, { ...section, approvedSeq }));
			expect((await writers(0)).sort()).toEqual(['p', 'q']);
			expect(await writers(3)).toEqual(['p']);
			expect(await writers(4)).toEqual([]);
		});

		test('[A1] a person has the roles that were granted, and none when the account is closed', async () => {
			expect((await store.read((tx) => loadActor(tx, 'p')))?.grants).toEqual([
				{ role: 'writer', departmentId: 'd', authorityId: 'a' }
			]);
			await store.write(async (tx) => ok(await setPersonActive(tx, 'p', false)));
			expect(await store.read((tx) => loadActor(tx, 'p'))).toBeNull();
			await store.write(async (tx) => {
				await setPersonActive(tx, 'p', true);
				await deleteGrants(tx, 'p');
				return ok(null);
			});
			expect((await store.read((tx) => loadActor(tx, 'p')))?.grants).toEqual([]);
		});

		test('[A3] a section knows the departments that it is shared with', async () => {
			await store.write(async (tx) => {
				const section = await getSection(tx, 's');
				if (section) await setShares(tx, section, ['d']);
				return ok(null);
			});
			expect((await store.read((tx) => getSection(tx, 's')))?.sharedWith).toEqual(['d']);
		});

		test('[U1] sessions are found by their hash and end together', async () => {
			await store.write(async (tx) => {
				for (const idHash of ['h1', 'h2'])
					await insertSession(tx, { idHash, personId: 'p', expiresAt: 9, createdAt: 1 });
				return ok(null);
			});
			expect(await store.read((tx) => getSession(tx, 'h2'))).toMatchObject({ personId: 'p' });
			await store.write(async (tx) => ok(await deleteSessionsOf(tx, 'p')));
			expect(await store.read((tx) => getSession(tx, 'h1'))).toBeUndefined();
		});

		test('[U3] a one-time link works once and not after its time', async () => {
			await store.write(async (tx) =>
				ok(
					await insertOneTimeLink(tx, {
						tokenHash: 't',
						purpose: 'firstAdministrator',
						expiresAt: 100
					})
				)
			);
			const use = (now: number) =>
				store.write(async (tx) => ok(await useOneTimeLink(tx, 't', 'firstAdministrator', now)));
			expect(await use(100)).toEqual(ok(false));
			expect(await use(99)).toEqual(ok(true));
			expect(await use(99)).toEqual(ok(false));
		});

		test('[S9] the audit trail takes lines and gives none back', async () => {
			const { auditEvent } = await import('#server/store/schema.ts');
			await store.write(async (tx) =>
				ok(
					await insertAudit(tx, {
						municipalityId: 'm',
						at: 1,
						personName: 'Sara',
						act: 'x',
						reportId: 'r'
					})
				)
			);
			expect(await store.read((tx) => listAudit(tx, 'r'))).toHaveLength(1);
			for (const change of [
				(tx: Tx) => tx.db.delete(auditEvent).run(),
				(tx: Tx) => tx.db.update(auditEvent).set({ act: 'y' }).run()
			])
				await expect(store.write(async (tx) => ok(change(tx)))).rejects.toThrow('never changes');
		});

		test('[U2] an address is found whatever its case', async () => {
			expect((await store.read((tx) => findPersonByEmail(tx, ' P@Example.SE ')))?.id).toBe('p');
			expect(await store.read((tx) => listReports(tx, 'other'))).toEqual([]);
		});
	});
}

/** One municipality with an authority, a department, two people, a report and a section. */
async function seed(tx: Tx) {
	await insertMunicipality(tx, { id: 'm', name: 'Kommun', createdAt: 1 });
	await insertAuthority(tx, { id: 'a', municipalityId: 'm', name: 'Nämnd' });
	await insertDepartment(tx, { id: 'd', municipalityId: 'm', authorityId: 'a', name: 'Ett' });
	for (const id of ['p', 'q'])
		await insertPerson(tx, {
			id,
			municipalityId: 'm',
			email: `${id}@example.se`,
			name: id,
			createdAt: 1
		});
	await insertGrant(tx, {
		id: 'g',
		municipalityId: 'm',
		personId: 'p',
		role: 'writer',
		departmentId: 'd'
	});
	await insertReport(tx, {
		id: 'r',
		municipalityId: 'm',
		authorityId: 'a',
		kind: 'barnbokslut',
		templateKey: 't',
		templateVersion: 1,
		variant: 'full',
		title: 'R',
		slug: 'r',
		reportYear: 2024,
		createdAt: 1
	});
	await insertSection(tx, {
		id: 's',
		municipalityId: 'm',
		reportId: 'r',
		key: 'k',
		position: 0,
		number: '1',
		title: 'S',
		chapterKey: 'c',
		chapterNumber: '1',
		chapterTitle: 'C',
		departmentId: 'd',
		articles: [],
		required: true,
		requiredBlocks: [],
		help: [],
		stateAt: 1
	});
}
