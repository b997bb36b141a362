import type { SectionState } from '#core/section.ts';
import { seedUpdate } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { municipality, password, people, type DemoPersonKey } from '#server/demo/people.ts';
import { hashPassword } from '#server/accounts/password.ts';
import { insertAuthority, insertDepartment } from '#server/store/organisation.ts';
import { insertGrant, insertPerson } from '#server/store/people.ts';
import { listOpenNotices } from '#server/store/figure-fetches.ts';
import { listReports } from '#server/store/reports.ts';
import { listSections, type Section } from '#server/store/sections.ts';
import { resolve } from 'node:path';
import { startKolada, type KoladaServer } from '../support/kolada-server.ts';
import { call, type Answer, type Ask } from './caller.ts';

/** `stranger` writes for another authority: this one's reports do not exist for them. */
export type Who = DemoPersonKey | 'stranger';

/** The demo municipality and who can ask it. */
export type World = {
	app: App;
	/** The Kolada that the app asks. */
	kolada: KoladaServer;
	/** A request by somebody; null for nobody. */
	as(who: Who | null, method: string, path: string, ask?: Ask): Promise<Answer>;
	reportId(year: number): Promise<string>;
	/** A section of this year's report by its key, as it is now. */
	section(key: string): Promise<Section>;
	/** Brings a section into a state by real commands and tells it as it is then. */
	bring(key: string, state: SectionState): Promise<Section>;
	/** Keeps a late contribution by the schools' writer, each with a line of its own; its id. */
	late(key: string): Promise<string>;
	/** Lets a source say another number than was typed, each time a new one; the notice's id. */
	notice(): Promise<string>;
	close(): Promise<void>;
};

export async function startWorld(clock: () => number = Date.now): Promise<World> {
	const kolada = await startKolada();
	const app = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: 'https://barnbokslut.example',
		koladaUrl: kolada.base,
		clock
	});
	await ensureDemo(app);
	await addStranger(app);
	const cookies = new Map<Who, string>();
	let lateLines = 0;
	let differences = 0;

	const cookieOf = async (who: Who): Promise<string> => {
		const known = cookies.get(who);
		if (known !== undefined) return known;
		const email = who === 'stranger' ? STRANGER.email : people[who].email;
		const signedIn = await app.accounts.signIn(email, password);
		if (!signedIn.ok) throw new Error(`${who} cannot sign in`);
		const cookie = signedIn.value.cookie.split(';')[0] ?? '';
		cookies.set(who, cookie);
		return cookie;
	};
	const reportId = (year: number) =>
		app.read(async (tx) => {
			const found = (await listReports(tx, municipality.id)).find((r) => r.reportYear === year);
			if (!found) throw new Error(`no report of ${year}`);
			return found.id;
		});
	const section = async (key: string) => {
		const id = await reportId(2023);
		const found = (await app.read((tx) => listSections(tx, id))).find((s) => s.key === key);
		if (!found) throw new Error(`no section ${key}`);
		return found;
	};
	const late = async (key: string): Promise<string> => {
		const { id, epoch } = await section(key);
		lateLines += 1;
		const text = `Sen rad ${lateLines}`;
		const line = { type: 'paragraph', content: [{ type: 'text', text }] };
		const kept = await app.commands.keepLate({
			by: people.education.id,
			sectionId: id,
			epoch,
			baseSeq: 1,
			why: 'deleted',
			lock: null,
			bytes: seedUpdate({ type: 'doc', content: [line] }),
			text
		});
		if (!kept.ok || kept.value.lateId === null) throw new Error('nothing was kept');
		return kept.value.lateId;
	};
	return {
		app,
		kolada,
		as: async (who, method, path, ask = {}) =>
			call(app, method, path, who === null ? ask : { ...ask, cookie: await cookieOf(who) }),
		reportId,
		section,
		async bring(key, state) {
			const by = people.coordinator.id;
			const { id: sectionId, seq, ...now } = await section(key);
			const done = async (work: Promise<{ ok: boolean }>) => {
				if (!(await work).ok) throw new Error(`${key} cannot become ${state}`);
			};
			if (now.state === state) return section(key);
			if (now.state === 'submitted')
				await done(app.commands.returnSection({ by, sectionId, reason: 'test' }));
			if (now.state === 'approved')
				await done(app.commands.reopenSection({ by, sectionId, reason: 'test' }));
			if (state === 'draft') return section(key);
			const submitted = await app.commands.submitSection({ by, sectionId, seenSeq: seq });
			await done(Promise.resolve(submitted));
			if (state === 'approved' && submitted.ok)
				await done(app.commands.approveSection({ by, sectionId, hash: submitted.value.hash }));
			return section(key);
		},
		late,
		async notice() {
			differences += 1;
			const indicatorId = 'ind-ekonomiskt-bistand';
			const done = await app.commands.storeFetched({
				by: people.coordinator.id,
				fetched: {
					base: kolada.base,
					code: '2182',
					kpis: [{ indicatorId, kpiId: 'U31803', found: null }],
					groups: [],
					answered: [{ indicatorId, series: 'own' }],
					years: ['2021'],
					values: [
						{
							indicatorId,
							series: 'own',
							breakdown: '',
							period: '2021',
							status: 'value',
							value: 20 + differences,
							source: 'Kolada (U31803)'
						}
					]
				}
			});
			if (!done.ok) throw new Error('nothing was stored');
			const found = (await app.read((tx) => listOpenNotices(tx, municipality.id))).find(
				(n) => n.detail.what === 'typed'
			);
			if (!found) throw new Error('no notice');
			return found.id;
		},
		close: async () => {
			await app.close();
			await kolada.close();
		}
	};
}

const STRANGER = { id: 'stranger', email: 'annan@demo.example', name: 'Tor Annan' };

/** A second authority with a department and its writer, beside those of the demo. */
async function addStranger(app: App): Promise<void> {
	const passwordHash = await hashPassword(password);
	const municipalityId = municipality.id;
	// A database in memory has one connection, which takes writes too.
	await app.read(async (tx) => {
		await insertAuthority(tx, { id: 'other-authority', municipalityId, name: 'Byggnadsnämnden' });
		await insertDepartment(tx, {
			id: 'other-department',
			municipalityId,
			authorityId: 'other-authority',
			name: 'Samhällsbyggnad'
		});
		await insertPerson(tx, { ...STRANGER, municipalityId, passwordHash, createdAt: 0 });
		await insertGrant(tx, {
			id: 'other-grant',
			municipalityId,
			personId: STRANGER.id,
			role: 'writer',
			departmentId: 'other-department'
		});
	});
}
