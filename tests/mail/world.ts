import { ok } from '#core/result.ts';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import type { DemoPersonKey } from '#server/demo/people.ts';
import { openMails, type Mails, type MailsOptions } from '#server/mail/service.ts';
import type { MailSettings } from '#server/mail/settings.ts';
import { mail, notice } from '#server/store/schema.ts';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest';
import { by, must, sectionNow, submitNow } from '../support/act.ts';
import { sectionId } from '../support/server.ts';

export const ORIGIN = 'https://barnbokslut.example.se';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A demo municipality for a file of tests: each test begins at ten in the morning, and nothing is told. */
export type MailWorld = {
	app: App;
	now: number;
	/** Mails of the app as a process of its own would make them. */
	mails(settings: MailSettings | null, more?: Partial<MailsOptions>): Mails;
	/** The mails as they are stored, the oldest first. */
	stored(): Promise<(typeof mail.$inferSelect)[]>;
	notices(person: DemoPersonKey): Promise<(typeof notice.$inferSelect)[]>;
	section(key: string): Promise<string>;
	/** Somebody names somebody in a comment on a section. */
	mention(from: DemoPersonKey, to: DemoPersonKey, key: string, text?: string): Promise<void>;
	submit(person: DemoPersonKey, key: string): Promise<void>;
	giveBack(person: DemoPersonKey, key: string, reason: string): Promise<void>;
};

/** Ten in the morning of a Tuesday in Stockholm. */
const MORNING = Date.UTC(2026, 1, 3, 9);

/** To be called once at the top of a file. */
export function mailWorld(): MailWorld {
	const world = {
		now: MORNING,
		mails(settings, more = {}) {
			const { commands, read } = world.app;
			const mails = openMails({
				settings,
				origin: ORIGIN,
				clock: () => world.now,
				read,
				// What the clock tells is a test of its own.
				tellDeadlines: async () => ok({ told: 0 }),
				gatherMail: commands.gatherMail,
				keepMails: commands.keepMails,
				takeMail: commands.takeMail,
				mailSent: commands.mailSent,
				mailFailed: commands.mailFailed,
				...more
			});
			onTestFinished(() => mails.close());
			return mails;
		},
		stored: () => world.app.read(async (tx) => tx.db.select().from(mail).orderBy(mail.id).all()),
		notices: (person) =>
			world.app.read(async (tx) =>
				tx.db
					.select()
					.from(notice)
					.orderBy(notice.at)
					.all()
					.filter((one) => one.personId === by(person))
			),
		section: (key) => sectionId(world.app, key),
		async mention(from, to, key, text = 'Titta här') {
			const id = await world.section(key);
			const { epoch } = await sectionNow(world.app, id);
			must(
				await world.app.commands.startThread({
					by: by(from),
					sectionId: id,
					epoch,
					anchor: null,
					mustMeet: false,
					text,
					mentions: [by(to)]
				})
			);
		},
		async submit(person, key) {
			must(await submitNow(world.app, person, await world.section(key)));
		},
		async giveBack(person, key, reason) {
			const id = await world.section(key);
			must(await world.app.commands.returnSection({ by: by(person), sectionId: id, reason }));
		}
	} as MailWorld;
	beforeAll(async () => {
		world.app = await createApp({
			file: ':memory:',
			migrations: resolve('drizzle'),
			origin: ORIGIN,
			clock: () => world.now
		});
		await ensureDemo(world.app);
	});
	afterAll(() => world.app.close());
	beforeEach(async () => {
		world.now = MORNING;
		// A database in memory has one connection, which takes writes too.
		await world.app.read(async (tx) => {
			tx.db.delete(mail).run();
			tx.db.delete(notice).run();
		});
	});
	return world;
}
