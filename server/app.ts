import type { Actor } from '#core/access.ts';
import type { Result } from '#core/result.ts';
import { LIMITS } from '#collab/limits.ts';
import { Hub } from '#server/collab/hub.ts';
import {
	CHANGES_ACCESS,
	CHANGES_FIGURES,
	CHANGES_REVIEW,
	commands,
	type CommandInput,
	type CommandName,
	type CommandOutput
} from '#server/commands/index.ts';
import { lazyFigures } from '#server/figures/lazy.ts';
import type { Figures } from '#server/figures/service.ts';
import { KOLADA_URL } from '#server/kolada/address.ts';
import { lazyKolada } from '#server/kolada/lazy.ts';
import type { Kolada } from '#server/kolada/service.ts';
import { openMails, type Mails } from '#server/mail/service.ts';
import type { MailSettings } from '#server/mail/settings.ts';
import { demoSignIn, type DemoSignIn } from '#server/demo/sign-in.ts';
import { renderEdition } from '#server/export/index.ts';
import { lazyPublishing } from '#server/publishing/lazy.ts';
import type { Publishing } from '#server/publishing/service.ts';
import { listMunicipalities } from '#server/store/organisation.ts';
import { openStore, type Store, type Tx } from '#server/store/store.ts';
import { views, type Views } from '#server/views/index.ts';
import { lazyWordIn } from '#server/word-in/lazy.ts';
import type { WordIn } from '#server/word-in/service.ts';
import { inlineWriter } from '#server/writer/inline.ts';
import { writerThread } from '#server/writer/thread.ts';
import type { Writer } from '#server/writer/writer.ts';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { openAccounts, type Accounts } from './accounts/accounts.ts';
import { Health } from './health.ts';
import { openMetrics, type Metrics } from './metrics.ts';

/** Runs a command by name; the one writer does them one after the other. */
export type BoundCommands = {
	[N in CommandName]: (input: CommandInput<N>) => Promise<Result<CommandOutput<N>>>;
};

/** Reads a view by name. */
export type BoundViews = {
	[N in keyof Views]: Views[N] extends (
		tx: Tx,
		actor: Actor | null,
		params: infer P
	) => Promise<Result<infer T>>
		? (actor: Actor | null, params: P) => Promise<Result<T>>
		: never;
};

/** The one object of the process: routes, sockets and start-up share it. */
export interface App {
	commands: BoundCommands;
	views: BoundViews;
	/** Reads of the store for what no view is made for: tests, tools. */
	read: Store['read'];
	accounts: Accounts;
	collab: Hub;
	metrics: Metrics;
	isDemo(): Promise<boolean>;
	/** What the login page of a demo offers (U4); null in any other database. */
	demo(): Promise<DemoSignIn | null>;
	/** True once the store takes writes. */
	isHealthy(): Promise<boolean>;
	/** Kolada, for those who may ask it. */
	kolada: Kolada;
	/** Values as files, for those who may enter them. */
	figures: Figures;
	/** Files from Word, for those who may write. */
	wordIn: WordIn;
	/** Editions with all their forms. */
	publishing: Publishing;
	/** Mails of notices. */
	mails: Mails;
	clock: () => number;
	origin: string;
	/** Opens /metrics beyond loopback, as a bearer token. */
	metricsToken: string | null;
	close(): Promise<void>;
}

export type AppOptions = {
	/** The database's path, or `:memory:`. */
	file: string;
	migrations: string;
	/** The public address. */
	origin: string;
	/** No public address was set: pages and sockets of any loopback name are our own. */
	anyLoopback?: boolean;
	metricsToken?: string | null;
	/** How many sockets one person may have; a limit of `#collab/limits.ts` when left out. */
	socketsAPerson?: number;
	/** The address of Kolada's API, without a slash at its end; the real one when left out. */
	koladaUrl?: string;
	/** How mails are sent; they are kept when left out. */
	mail?: MailSettings | null;
	/** Milliseconds since 1970; the real clock when left out. */
	clock?: () => number;
};

/**
 * Builds the app. A database in memory has one connection and no thread; a file has its writer in a
 * thread and a reading connection here.
 * @throws StartError when the database cannot be opened
 */
export async function createApp(options: AppOptions): Promise<App> {
	const clock = options.clock ?? Date.now;
	const health = new Health();
	const storage = await openStorage(options, clock);
	const { store } = storage;
	const writer = health.watching(storage.writer);
	const metrics = openMetrics();
	const hub = new Hub({
		store,
		writer,
		clock,
		metrics,
		socketsAPerson: options.socketsAPerson ?? LIMITS.socketsAPerson,
		isOwnOrigin: (req) => isOwnOrigin(options, req)
	});
	const accounts = openAccounts({
		store,
		writer: notifying(writer, hub),
		secure: options.origin.startsWith('https:'),
		origin: options.origin,
		clock
	});
	hub.accounts = accounts;
	const told = notifying(writer, hub);
	const kolada = lazyKolada({
		base: options.koladaUrl ?? KOLADA_URL,
		clock,
		read: (work) => store.read(work),
		store: (input) => told.run('storeFetched', input)
	});
	const figures = lazyFigures({ clock, read: (work) => store.read(work) });
	const bound = bindViews(store);
	const wordIn = lazyWordIn({
		clock,
		report: (actor, reportId) => bound.wordReport(actor, { reportId })
	});
	const publishing = lazyPublishing({
		clock,
		origin: options.anyLoopback ? '' : options.origin,
		read: (work) => store.read(work),
		publishReport: (input) => told.run('publishReport', input),
		completeEdition: (input) => told.run('completeEdition', input)
	});
	const isDemo = () => store.read(async (tx) => (await listMunicipalities(tx)).some((m) => m.demo));
	const sweep = setInterval(() => void told.run('endExpiredSessions', null), 60 * 60 * 1000);
	sweep.unref();
	const mails = openMails({
		settings: options.mail ?? null,
		origin: options.origin,
		clock,
		read: (work) => store.read(work),
		tellDeadlines: (input) => told.run('tellDeadlines', input),
		gatherMail: (input) => told.run('gatherMail', input),
		keepMails: (input) => told.run('keepMails', input),
		takeMail: (input) => told.run('takeMail', input),
		mailSent: (input) => told.run('mailSent', input),
		mailFailed: (input) => told.run('mailFailed', input)
	});
	const mailTicks = setInterval(() => mails.nudge(), 60 * 1000);
	mailTicks.unref();
	return {
		commands: bindCommands(told),
		views: bound,
		read: (work) => store.read(work),
		accounts,
		collab: hub,
		metrics,
		kolada,
		figures,
		wordIn,
		publishing,
		mails,
		isDemo,
		demo: async () => ((await isDemo()) ? demoSignIn() : null),
		isHealthy: () => health.ask(writer),
		clock,
		origin: options.origin,
		metricsToken: options.metricsToken ?? null,
		close: async () => {
			clearInterval(sweep);
			clearInterval(mailTicks);
			await mails.close();
			await kolada.close();
			await wordIn.close();
			await publishing.close();
			await hub.close();
			// The writer last: who closes a database last tidies its journal away.
			store.close();
			await writer.close();
		}
	};
}

function bindCommands(writer: Writer): BoundCommands {
	const bound = Object.keys(commands).map((name) => [
		name,
		(input: never) => writer.run(name as CommandName, input)
	]);
	return Object.fromEntries(bound) as BoundCommands;
}

function bindViews(store: Store): BoundViews {
	const bound = Object.entries(views).map(([name, view]) => [
		name,
		(actor: Actor | null, params: never) =>
			store.read((tx): Promise<unknown> => view(tx, actor, params))
	]);
	return Object.fromEntries(bound) as BoundViews;
}

/**
 * W2. With a public address only that; without one (a first try on one's own machine) any loopback
 * name, as long as page and socket have the same.
 */
function isOwnOrigin(options: AppOptions, req: IncomingMessage): boolean {
	const { origin, host } = req.headers;
	if (origin === undefined || host === undefined) return false;
	if (!options.anyLoopback) return origin === options.origin;
	return origin === `http://${host}` && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}

async function openStorage(
	options: AppOptions,
	clock: () => number
): Promise<{ store: Store; writer: Writer }> {
	const { file, migrations } = options;
	if (file === ':memory:') {
		const store = openStore({ file, migrations });
		const writer = inlineWriter(store, () => ({
			now: clock(),
			newId: randomUUID,
			renderEdition
		}));
		return { store, writer };
	}
	const writer = await writerThread({ file, migrations }, clock);
	return { store: openStore({ file, migrations, readonly: true }), writer };
}

/** Tells the sockets after every act that may change a right, a lock or a text (A6). */
function notifying(writer: Writer, hub: Hub): Writer {
	return {
		...writer,
		run: async (name, input) => {
			const result = await writer.run(name, input);
			if (!result.ok) return result;
			if (CHANGES_ACCESS.has(name)) hub.rejudge();
			if (CHANGES_FIGURES.has(name)) hub.figuresChanged();
			if (CHANGES_REVIEW.has(name))
				hub.reviewChanged((result.value as unknown as { sectionId: string }).sectionId);
			if (name === 'acceptLate' || name === 'declineLate')
				tellDecision(hub, input as never, result.value as never);
			return result;
		}
	};
}

/** L4: the author hears at once what became of their contribution, if they are there. */
function tellDecision(
	hub: Hub,
	input: CommandInput<'acceptLate' | 'declineLate'>,
	{ author, sectionId }: { author: string; sectionId: string }
): void {
	const reason = 'reason' in input ? input.reason : null;
	const state = reason === null ? 'accepted' : 'declined';
	hub.tellPerson(author, sectionId, { type: 'lateDecided', lateId: input.lateId, state, reason });
}
