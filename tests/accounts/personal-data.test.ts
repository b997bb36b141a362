import type { PersonalData } from '#server/views/personal-data.ts';
import type { App } from '#server/app.ts';
import { proveRecord } from '#server/operating/proof/prove.ts';
import { people } from '#server/demo/people.ts';
import { chooseWay } from '#server/store/notices.ts';
import { insertMail } from '#server/store/mail.ts';
import { getPerson, loadActor } from '#server/store/people.ts';
import { identity } from '#server/store/schema.ts';
import type Database from 'better-sqlite3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { personOf, reviewed, SENTENCE } from '../commands/reviewers.ts';
import { approveNow, by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import { sectionId } from '../support/server.ts';

const START = Date.UTC(2026, 1, 3, 9);
const ME = people.education;
const from = { cookie: null, device: 'Firefox, Windows' };
const header = (setCookie: string) => setCookie.split(';')[0] ?? '';

/** The demo in which the schools' writer has left a trace in everything that is kept of people. */
async function lived() {
	const { app, id } = await reviewed({ clock: () => START });
	const { epoch } = await sectionNow(app, id);
	const say = (who: 'education' | 'coordinator', text: string, mentions: string[] = []) =>
		app.commands.startThread({
			...{ by: by(who), sectionId: id, epoch, anchor: null, mustMeet: false, text, mentions }
		});
	const said = must(await say('education', 'Mina egna ord'));
	must(await say('coordinator', 'Någon annans ord', [by('education')]));
	const { threadId } = said;
	const answered = await app.commands.answerThread({
		...{ by: by('coordinator'), sectionId: id, threadId },
		...{ text: 'Ett svar av någon annan', mentions: [] }
	});
	must(answered);
	must(await submitNow(app, 'education', await sectionId(app, 'units.education')));
	must(
		await app.commands.keepLate({
			...{ by: by('education'), sectionId: id, epoch, baseSeq: 1, why: 'deleted', lock: null },
			...{ bytes: new Uint8Array([0, 0]), text: 'Min rad som kom för sent' }
		})
	);
	const session = header(must(await app.accounts.signIn(ME.email, 'barnbokslut', from)).cookie);
	const given = must(
		await app.accounts.offerLink({
			...{ by: by('administrator'), personId: ME.id, purpose: 'passwordReset', mail: false }
		})
	);
	must(
		await app.commands.makeToken({
			...{ by: ME.id, name: 'Mitt program', scope: 'read', days: 30, tokenHash: 'f'.repeat(64) }
		})
	);
	await app.read(async (tx) => {
		const municipalityId = 'demo-exempelkommun';
		tx.db
			.insert(identity)
			.values({
				...{ municipalityId, personId: ME.id, createdAt: START, lastUsedAt: START },
				...{ issuer: 'https://login.example.se', subject: 'jonas-hos-inloggningen' }
			})
			.run();
		await chooseWay(tx, { municipalityId, personId: ME.id, kind: 'mention', way: 'inApp' });
		for (const state of ['sent', 'kept'] as const)
			await insertMail(tx, {
				...{
					id: `mail-${state}`,
					municipalityId,
					personId: ME.id,
					to: ME.email,
					subject: 'Ett mejl'
				},
				...{ text: `Hej Jonas, det här är ${state}`, createdAt: START, state, notBefore: START }
			});
	});
	return { app, id, session, url: given.url };
}

const dataFor = async (app: App, who: 'education' | 'administrator', personId: string | null) =>
	app.views.personalData(await personOf(app, who), { personId });

test('[U9] [A8] a person gets all that is kept about them: their own words, no hash, and nothing of others', async () => {
	const { app, session, url } = await lived();
	const data: PersonalData = must(await dataFor(app, 'education', null));
	expect(data.account).toMatchObject({
		id: ME.id,
		name: ME.name,
		email: ME.email,
		hasPassword: true
	});
	expect(data.roles).toMatchObject([{ role: 'writer' }]);
	expect(data.sessions).toEqual([
		{
			...{ device: 'Firefox, Windows', via: 'password' },
			...{ beganAt: new Date(START).toISOString(), lastUsedAt: expect.any(String) as string }
		}
	]);
	expect(data.signInServices).toMatchObject([{ subject: 'jonas-hos-inloggningen' }]);
	expect(data.links).toMatchObject([{ purpose: 'passwordReset', usedAt: null }]);
	expect(data.keysForPrograms).toMatchObject([{ name: 'Mitt program', scope: 'read' }]);
	expect(data.noticeChoices).toEqual([{ kind: 'mention', way: 'inApp' }]);
	expect(data.notices.map(({ kind }) => kind)).toContain('mention');
	expect(data.mails).toMatchObject([{ to: ME.email, text: 'Hej Jonas, det här är sent' }]);
	expect(data.acts.map(({ act }) => act)).toEqual(
		expect.arrayContaining(['thread.start', 'section.submit', 'section.late'])
	);
	expect(data.actsAboutYou.map(({ act }) => act)).toContain('person.link');
	expect(data.comments).toMatchObject([{ text: 'Mina egna ord', withdrawnAt: null }]);
	expect(data.comments[0]?.section).not.toBeNull();
	expect(data.lateContributions).toMatchObject([{ text: 'Min rad som kom för sent' }]);
	const words = SENTENCE.split(' ').length;
	expect(data.written).toMatchObject([{ updates: 1, wordsNow: words }]);
	const file = JSON.stringify(data);
	const secrets = [session.split('=')[1], url.split('/').at(-1), 'f'.repeat(64), '$argon2id'];
	for (const not of [...secrets, 'Någon annans ord', 'Ett svar av', people.coordinator.name])
		expect(file).not.toContain(not);
	expect(file).not.toMatch(/[0-9a-f]{64}/);
	// An administrator hands out the same.
	expect(must(await dataFor(app, 'administrator', ME.id))).toEqual(data);
	// Of what the person may see no more, their words stay and its title goes.
	must(await app.commands.setGrants({ by: by('administrator'), personId: ME.id, grants: [] }));
	const less = must(await dataFor(app, 'administrator', ME.id));
	expect(less.comments).toEqual([{ ...data.comments[0], report: null, section: null }]);
	expect(less.written).toMatchObject([{ updates: 1, section: null, report: null }]);
	expect(refusalOf(await dataFor(app, 'education', by('culture')))).toMatchObject({
		code: 'forbidden'
	});
	expect(refusalOf(await dataFor(app, 'education', 'nobody'))).toMatchObject({ code: 'forbidden' });
	expect(refusalOf(await dataFor(app, 'administrator', 'nobody'))).toEqual({ code: 'notFound' });
	expect(refusalOf(await app.views.personalData(null, { personId: null }))).toEqual({
		code: 'notSignedIn'
	});
});

test('[U9] [D11] who is forgotten has no name, address or way in, and the record stays true', async () => {
	const { app, id, session, url } = await lived();
	const erase = (who: string, personId: string, reason: string) =>
		app.commands.erasePerson({ by: who, personId, reason });
	const admin = by('administrator');
	expect(refusalOf(await erase(by('coordinator'), ME.id, 'slutat'))).toMatchObject({
		code: 'forbidden'
	});
	expect(refusalOf(await erase(admin, admin, 'slutat'))).toMatchObject({
		problems: [{ problem: 'notYourself' }]
	});
	expect(refusalOf(await erase(admin, 'nobody', 'slutat'))).toEqual({ code: 'notFound' });
	expect(refusalOf(await erase(admin, ME.id, 'slutat'))).toMatchObject({
		problems: [{ problem: 'closeFirst' }]
	});
	must(await approveNow(app, 'coordinator', await sectionId(app, 'units.education')));
	must(await app.commands.closePerson({ by: admin, personId: ME.id }));
	expect(refusalOf(await erase(admin, ME.id, '  '))).toEqual({ code: 'reasonNeeded' });
	expect(refusalOf(await erase(admin, ME.id, 'x'.repeat(501)))).toMatchObject({
		problems: [{ field: 'reason', problem: 'length' }]
	});
	const { name } = must(await erase(admin, ME.id, 'Har slutat och bett om det'));
	expect(name).toMatch(/^Tidigare användare [0-9a-f]{6}$/);
	expect(refusalOf(await erase(admin, ME.id, 'igen'))).toEqual({ code: 'notFound' });
	expect(refusalOf(await dataFor(app, 'administrator', ME.id))).toEqual({ code: 'notFound' });

	expect(await app.read((tx) => getPerson(tx, ME.id))).toMatchObject({
		...{ name, passwordHash: null, active: false, erasedAt: START },
		email: `${ME.id}@forgotten.invalid`
	});
	expect(await app.read((tx) => loadActor(tx, ME.id))).toBeNull();
	expect(await app.accounts.validate(session)).toBeNull();
	expect(await app.accounts.openLink(url.split('/').at(-1) ?? '', 'passwordReset')).toBeNull();
	for (const email of [ME.email, `${ME.id}@forgotten.invalid`])
		expect((await app.accounts.signIn(email, 'barnbokslut', from)).ok).toBe(false);
	// The address is free for somebody else, and nothing comes back with it.
	const reopened = await app.commands.reopenPerson({ by: admin, personId: ME.id });
	expect(refusalOf(reopened)).toEqual({ code: 'notFound' });

	// What they wrote stands, in the name of nobody.
	const actor = await personOf(app, 'coordinator');
	const reviewPage = must(await app.views.review(actor, { sectionId: id }));
	expect(JSON.stringify(reviewPage)).toContain('Mina egna ord');
	expect(JSON.stringify(reviewPage)).toContain(name);
	expect(JSON.stringify(reviewPage)).not.toContain(ME.name);
	const { reportId } = await sectionNow(app, id);
	const authors = must(await app.views.sectionAuthors(actor, { reportId, sectionId: id }));
	expect(authors.authors).toContainEqual(expect.objectContaining({ id: ME.id, name }));

	const file = await copyOf(app);
	expect(proveRecord(file).findings).toEqual([]);
	const places = placesOf(file, [ME.name, ME.email, 'jonas-hos-inloggningen', 'Hej Jonas']);
	// The trail and what is published say who acted, as it was.
	expect(places).toEqual(['audit_event', 'edition', 'edition_file']);
});

/** A file with all that is in the database of an app. */
async function copyOf(app: App): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-forgotten-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'copy.db');
	// Reading opens a transaction, in which a copy can be made in memory alone.
	const bytes = await app.read(async (tx) =>
		(tx.db as unknown as { $client: Database.Database }).$client.serialize()
	);
	writeFileSync(file, bytes);
	return file;
}

/** The tables in which one of the texts stands somewhere. */
function placesOf(file: string, texts: string[]): string[] {
	const db = new DatabaseSync(file, { readOnly: true });
	onTestFinished(() => db.close());
	const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
	return (tables as { name: string }[])
		.map(({ name }) => name)
		.filter((name) =>
			db
				.prepare(`SELECT * FROM "${name}"`)
				.all()
				.some((row) =>
					Object.values(row).some((value) => {
						const read = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
						return typeof read === 'string' && texts.some((text) => read.includes(text));
					})
				)
		);
}
