import { refuse } from '#core/result.ts';
import { people } from '#server/demo/people.ts';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { must } from '../support/act.ts';
import { actorFor } from '../support/actors.ts';
import { selfSigned } from './certificate.ts';
import { refusal, startPostOffice } from './post-office.ts';
import { HOUR, mailWorld, MINUTE } from './world.ts';

/** Mail servers that want a password, and none at all. */

const world = mailWorld();
const KEY = 'figures.education';

/** The coordinator and the deputy each have a notice that is old enough. */
async function twoWait() {
	await world.mention('social', 'coordinator', KEY);
	await world.mention('social', 'deputy', KEY);
	world.now += 10 * MINUTE;
}

async function oneWaits() {
	await world.mention('social', 'coordinator', KEY);
	world.now += 10 * MINUTE;
}

const COORDINATOR = people.coordinator.email;

describe('a server that wants a password', () => {
	const auth = { user: 'bok', pass: 'hemligt lösen' };
	const asksFor = (more: object) =>
		startPostOffice({
			authOptional: false,
			onAuth: ({ username, password }, _session, done) =>
				username === auth.user && password === auth.pass
					? done(null, { user: username })
					: done(refusal(535, 'wrong password')),
			...more
		});

	it('[N3] gets it over STARTTLS whose certificate is trusted', async () => {
		const certificate = selfSigned();
		const office = await asksFor({ ...certificate, disabledCommands: [] });
		const before = getCACertificates('default');
		setDefaultCACertificates([...before, certificate.cert]);
		onTestFinished(() => setDefaultCACertificates(before));
		await oneWaits();
		await world.mails({ ...office.settings, auth, tls: 'required' }).tick();
		expect(office.letters).toMatchObject([{ secure: true, user: 'bok', to: [COORDINATOR] }]);
	});

	it('[N3] gets it neither where nobody vouches for the certificate, nor without STARTTLS', async () => {
		const asked: string[] = [];
		const onAuth = (_auth: unknown, _session: unknown, done: (error: Error) => void) => {
			asked.push('auth');
			done(refusal(535, 'no'));
		};
		const stranger = await asksFor({ ...selfSigned(), disabledCommands: [], onAuth });
		const plain = await asksFor({ allowInsecureAuth: true, onAuth });
		await oneWaits();
		for (const { settings } of [stranger, plain]) {
			await world.mails({ ...settings, auth, tls: 'required' }).tick();
			world.now += HOUR;
		}
		expect(asked).toEqual([]);
		expect(await world.stored()).toMatchObject([{ state: 'waiting', attempts: 2 }]);
	});

	it('[N3] and refuses it, refuses us and not the mail: it waits, and the password stands nowhere', async () => {
		const office = await asksFor({ allowInsecureAuth: true });
		await twoWait();
		const wrong = { user: 'bok', pass: 'fel-losenord' };
		await world.mails({ ...office.settings, auth: wrong }).tick();
		const stored = await world.stored();
		expect(stored.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
		expect(stored.map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
		const said = JSON.stringify(stored);
		expect(said).toMatch(/wrong password/);
		expect(said).not.toContain(wrong.pass);
		expect(said).not.toContain(Buffer.from(wrong.pass).toString('base64'));
		await world.mails({ ...office.settings, auth }).tick();
		expect(office.letters.map(({ user }) => user)).toEqual(['bok']);
	});
});

describe('without a mail server', () => {
	it('[N3] mails are kept, shown to administrators alone, and go when there is one and they say so', async () => {
		const kept = world.mails(null);
		await oneWaits();
		await kept.tick();
		const { views, commands } = world.app;
		const admin = await actorFor(world.app, 'administrator');
		const asked = { state: null, page: 1 };
		const page = must(await views.mails(admin, asked));
		expect(page.counts).toEqual({ waiting: 0, sent: 0, kept: 1, failed: 0 });
		expect(page.mails).toMatchObject([
			{ state: 'kept', name: people.coordinator.name, to: COORDINATOR, sentAt: null }
		]);
		expect(page.mails[0]?.text).toContain('nämnde dig i en kommentar');
		for (const who of ['coordinator', 'social', 'councilMember'] as const) {
			const actor = await actorFor(world.app, who);
			expect(await views.mails(actor, asked)).toEqual(refuse({ code: 'forbidden', why: 'role' }));
			const by = actor.personId;
			for (const refused of [
				await commands.retryMails({ by, state: 'kept' }),
				await commands.testMail({ by, origin: '', sends: true })
			])
				expect(refused).toEqual(refuse({ code: 'forbidden', why: 'role' }));
		}
		expect(await views.mails(null, asked)).toEqual(refuse({ code: 'notSignedIn' }));

		const office = await startPostOffice();
		const mails = world.mails(office.settings);
		await mails.tick();
		expect(office.letters).toEqual([]);
		expect(must(await commands.retryMails({ by: admin.personId, state: 'kept' }))).toEqual({
			mails: 1
		});
		await mails.tick();
		expect(office.letters).toHaveLength(1);
		expect(must(await views.mails(admin, asked)).counts.sent).toBe(1);
	});

	it('[N3] what waited for a server that is configured no more is kept, and a test is written as any mail', async () => {
		const office = await startPostOffice();
		const admin = people.administrator;
		const test = (sends: boolean) =>
			world.app.commands.testMail({ by: admin.id, origin: 'https://a.example', sends });
		must(await test(true));
		await world.mails(null).tick();
		expect(await world.stored()).toMatchObject([{ state: 'kept' }]);
		must(await test(true));
		await world.mails(office.settings).tick();
		expect(office.letters).toMatchObject([{ to: [admin.email] }]);
		expect(office.letters[0]?.headers['subject']).toBe('Barnbokslut: provmejl');
		expect(office.letters[0]?.text).toContain('Sidan om mejl: https://a.example/settings/mail');
	});
});
