import { ok, refuse } from '#core/result.ts';
import { seedUpdate } from '#schema/content.ts';
import { claimClient } from '#server/store/append.ts';
import { insertAudit, listAudit } from '#server/store/audit.ts';
import { FEWEST_PACKED, packHistory, readHistory } from '#server/store/history.ts';
import { decideLate, insertLate, listLate } from '#server/store/late.ts';
import { appendUpdate, documentBytes, listClaims } from '#server/store/log.ts';
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
import { pack, unpack, type LoggedUpdate } from '#server/store/pack.ts';
import { insertReport, listReports } from '#server/store/reports.ts';
import { sectionHistory, sectionSnapshot, sectionUpdate } from '#server/store/schema.ts';
import { getSection, insertSection, setSectionState, setShares } from '#server/store/sections.ts';
import { deleteSessionsOf, getSession, insertSession } from '#server/store/sessions.ts';
import { insertSnapshot } from '#server/store/snapshots.ts';
import type { Store, Tx } from '#server/store/store.ts';
import { writersSinceApproval } from '#server/store/writers.ts';
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

		/** Stores `count` small updates, by turns of p, q and the server, and tells them as they went in. */
		const append = async (count: number): Promise<LoggedUpdate[]> => {
			const stored: LoggedUpdate[] = [];
			await store.write(async (tx) => {
				const section = await getSection(tx, 's');
				if (!section) throw new Error('no section');
				for (let n = 1; n <= count; n++) {
					const personId = ['p', 'q', null][n % 3] ?? null;
					// A clock that jumps, also backwards.
					const at = 1_700_000_000_000 + n * 150 - (n % 7 === 0 ? 3_600_000 : 0);
					const bytes = new Uint8Array(n % 5).fill(n % 251);
					section.seq = await appendUpdate(tx, section, { personId, at, bytes });
					stored.push({ seq: section.seq, personId, at, bytes });
				}
				return ok(null);
			});
			return stored;
		};
		const theSection = async () => {
			const section = await store.read((tx) => getSection(tx, 's'));
			if (!section) throw new Error('no section');
			return section;
		};
		const history = async () => {
			const all = await store.read(async (tx) => readHistory(tx, await theSectionIn(tx)));
			return all.map(({ epoch: _, ...u }) => ({ ...u, bytes: new Uint8Array(u.bytes) }));
		};
		const snapshot = (seq: number, byte: number) =>
			store.write(async (tx) =>
				ok(
					await insertSnapshot(tx, await theSectionIn(tx), {
						seq,
						at: 9,
						bytes: new Uint8Array([byte]),
						stateVector: new Uint8Array([byte, 1]),
						hash: `hash ${byte}`
					})
				)
			);

		test('[D9] a snapshot shortens the reading and removes no update; the newest replaces the one before', async () => {
			const stored = await append(6);
			const section = await theSection();
			const all = await store.read((tx) => documentBytes(tx, section));
			expect(all).toMatchObject({ seq: 6, snapshotSeq: 0, snapshot: null });
			expect(all.parts.map((p) => [...p])).toEqual(stored.map((u) => [...u.bytes]));
			await snapshot(3, 123);
			await snapshot(4, 124);
			const short = await store.read((tx) => documentBytes(tx, section));
			expect(short).toMatchObject({ seq: 6, snapshotSeq: 4 });
			expect(short.parts.map((p) => p[0])).toEqual([124, undefined, 6]);
			expect(short.snapshot?.bytes).toBe(short.parts[0]);
			expect([...(short.snapshot?.stateVector ?? [])]).toEqual([124, 1]);
			expect(short.snapshot?.hash).toBe('hash 124');
			const rows = await store.read(async (tx) => tx.db.select().from(sectionSnapshot).all());
			expect(rows.map((r) => r.seq)).toEqual([4]);
			const older = await store.read((tx) => documentBytes(tx, section, 3));
			expect(older).toMatchObject({ seq: 3, snapshotSeq: 0, snapshot: null });
			expect(await history()).toEqual(stored);
		});

		test('[D9] packs and tail together are what was stored, byte for byte, with author and time', async () => {
			const stored = await append(5000);
			const section = await theSection();
			await snapshot(4700, 1);
			const packHistoryTo = (upTo: number) =>
				store.write(async (tx) => ok(await packHistory(tx, section, upTo)));
			expect(await packHistoryTo(FEWEST_PACKED - 1)).toEqual(ok(0));
			expect(await packHistoryTo(300)).toEqual(ok(300));
			expect(await history()).toEqual(stored);
			expect(await packHistoryTo(300 + FEWEST_PACKED - 1)).toEqual(ok(0));
			expect(await packHistoryTo(4700)).toEqual(ok(4400));
			expect(await history()).toEqual(stored);
			const packs = await store.read(async (tx) => tx.db.select().from(sectionHistory).all());
			expect(packs.map((p) => [p.fromSeq, p.toSeq])).toEqual([
				[1, 300],
				[301, 4396],
				[4397, 4700]
			]);
			const tail = await store.read(async (tx) => tx.db.select().from(sectionUpdate).all());
			expect(tail.map((r) => r.seq)).toEqual(stored.slice(4700).map((u) => u.seq));
			const open = await store.read((tx) => documentBytes(tx, section));
			expect(open).toMatchObject({ seq: 5000, snapshotSeq: 4700 });
			expect(open.parts).toHaveLength(301);
			// The snapshot is derived: without it the packs open the document.
			const before = await store.read((tx) => documentBytes(tx, section, 4650));
			expect(before.parts.map((p) => [...p])).toEqual(
				stored.slice(0, 4650).map((u) => [...u.bytes])
			);
		});

		test('[D9] a row of the log goes only when a pack holds it, and a pack never', async () => {
			await append(300);
			const section = await theSection();
			await store.write(async (tx) => ok(await packHistory(tx, section, 150)));
			const refusing = async (change: (tx: Tx) => unknown, message: string) =>
				expect(store.write(async (tx) => ok(change(tx)))).rejects.toThrow(message);
			await refusing((tx) => tx.db.delete(sectionUpdate).run(), 'the log never changes');
			await refusing((tx) => tx.db.update(sectionUpdate).set({ at: 1 }).run(), 'never changes');
			await refusing((tx) => tx.db.delete(sectionHistory).run(), 'the history never changes');
			await refusing((tx) => tx.db.update(sectionHistory).set({ toSeq: 300 }).run(), 'never');
			const packOf = (fromSeq: number, toSeq: number) => (tx: Tx) =>
				tx.db
					.insert(sectionHistory)
					.values({
						municipalityId: 'm',
						sectionId: 's',
						epoch: 1,
						fromSeq,
						toSeq,
						bytes: new Uint8Array()
					})
					.run();
			for (const [from, to] of [
				[1, 10], // packed before
				[100, 200], // partly
				[151, 301], // more than there is
				[160, 150],
				[400, 500]
			] as const)
				await refusing(packOf(from, to), 'a pack holds rows of the log');
			expect(await history()).toHaveLength(300);
		});

		test('[D9] a damaged or missing part of the history is said and not passed over', async () => {
			await append(300);
			const section = await theSection();
			await store.write(async (tx) => {
				await packHistory(tx, section, 150);
				// A section whose log lost its beginning.
				await insertSection(tx, { ...SECTION, id: 's2', key: 'k2' });
				for (const seq of [0, 1, 3])
					await appendUpdate(
						tx,
						{ id: 's2', municipalityId: 'm', epoch: 1, seq },
						{ personId: null, at: 1, bytes: new Uint8Array([1]) }
					);
				return ok(null);
			});
			const other = await store.read((tx) => getSection(tx, 's2'));
			if (!other) throw new Error('no section');
			await expect(store.read((tx) => readHistory(tx, other))).rejects.toThrow('4 follows 2');
			await expect(store.read((tx) => documentBytes(tx, other))).rejects.toThrow('4 follows 2');
			const packed = pack(
				Array.from({ length: 100 }, (_, i) => ({
					seq: i + 1,
					personId: 'p',
					at: i,
					bytes: new Uint8Array([i, i * i, 7])
				}))
			);
			expect(unpack(packed)).toHaveLength(100);
			const torn = new Uint8Array(packed);
			torn[torn.length >> 1] = (torn[torn.length >> 1] ?? 0) ^ 16;
			expect(() => unpack(torn)).toThrow();
			expect(() => unpack(packed.subarray(0, packed.length - 1))).toThrow();
		});

		test('[L1] [L4] a late contribution stays as it came, and is decided once', async () => {
			const row = {
				id: 'l',
				municipalityId: 'm',
				sectionId: 's',
				epoch: 1,
				baseSeq: 1,
				personId: 'p',
				at: 5,
				why: 'locked',
				bytes: new Uint8Array([1, 2]),
				text: 'en rad'
			};
			const decide = (state: 'accepted' | 'declined', by: string) =>
				store.write(async (tx) =>
					ok(await decideLate(tx, 'l', { state, by, at: 9, reason: state }))
				);
			await store.write(async (tx) => ok(await insertLate(tx, row)));
			const refusing = async (change: (tx: Tx) => unknown) =>
				expect(store.write(async (tx) => ok(change(tx)))).rejects.toThrow('a late contribution');
			const { lateContribution: table } = await import('#server/store/schema.ts');
			await refusing((tx) => tx.db.delete(table).run());
			await refusing((tx) => tx.db.update(table).set({ personId: 'q' }).run());
			await refusing((tx) => tx.db.update(table).set({ state: 'declined', text: '' }).run());
			expect(await decide('declined', 'q')).toEqual(ok(true));
			expect(await decide('accepted', 'p')).toEqual(ok(false));
			await refusing((tx) => tx.db.update(table).set({ state: 'open' }).run());
			await refusing((tx) => tx.db.update(table).set({ text: '' }).run());
			const [late] = await store.read((tx) => listLate(tx, 's', 'p'));
			expect(late).toMatchObject({
				...row,
				bytes: Buffer.from([1, 2]),
				state: 'declined',
				decidedBy: 'q',
				decidedAt: 9,
				reason: 'declined'
			});
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
			// A rebuilt document has the writers of the one before.
			const rebuilt = { ...section, epoch: section.epoch + 1, approvedSeq: 3 };
			expect(await store.read((tx) => writersSinceApproval(tx, rebuilt))).toEqual(['p']);
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
export async function seed(tx: Tx) {
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
	await insertSection(tx, SECTION);
}

const SECTION = {
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
};

async function theSectionIn(tx: Tx) {
	const section = await getSection(tx, 's');
	if (!section) throw new Error('no section');
	return section;
}
