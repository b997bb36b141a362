import { LIMITS } from '#collab/limits.ts';
import { Hub } from '#server/collab/hub.ts';
import { lazyFigures } from '#server/figures/lazy.ts';
import { openJobs } from '#server/jobs/runner.ts';
import { KOLADA_URL } from '#server/kolada/address.ts';
import { lazyKolada } from '#server/kolada/lazy.ts';
import { openMails } from '#server/mail/service.ts';
import { demoSignIn } from '#server/demo/sign-in.ts';
import { lackingEditions } from '#server/publishing/lacking.ts';
import { lazyPublishing } from '#server/publishing/lazy.ts';
import { completionWorker } from '#server/publishing/worker.ts';
import { chainHead } from '#server/store/chain.ts';
import { listMunicipalities } from '#server/store/organisation.ts';
import { lazyWordIn } from '#server/word-in/lazy.ts';
import { openAccounts } from './accounts/accounts.ts';
import { openSignInService } from './accounts/oidc/service.ts';
import { openTokens } from './accounts/tokens.ts';
import { openPeopleFiles } from './accounts/people-files.ts';
import { notifying } from './after-acts.ts';
import type { App, AppOptions } from './app.ts';
import { bindCommands, bindViews } from './bound.ts';
import { Health } from './health.ts';
import { isOwnOrigin } from './http/own-origin.ts';
import { openLimits } from './limits/limits.ts';
import { loggedWriter } from './log/acts.ts';
import { trialLog } from './log/log.ts';
import { Requests } from './log/requests.ts';
import { watchedAccounts } from './log/sign-ins.ts';
import { openMetrics } from './metrics.ts';
import { openStorage } from './storage.ts';

/**
 * Builds the app: each service gets what it needs of the others, and no more.
 * @throws StartError when the database cannot be opened
 */
export async function createApp(options: AppOptions): Promise<App> {
	const clock = options.clock ?? Date.now;
	const health = new Health();
	const storage = await openStorage(options, clock);
	const { store } = storage;
	const log = options.log ?? trialLog;
	const metrics = openMetrics();
	const limits = openLimits({ refused: metrics.limited, table: options.limits });
	const requests = new Requests(log, {
		answered: ({ route, status, seconds }) => {
			metrics.requests.inc({ route, status });
			metrics.requestSeconds.observe(seconds);
		}
	});
	const writer = loggedWriter(health.watching(storage.writer), log, {
		waiting: (change) => metrics.queue.inc(change)
	});
	const hub = new Hub({
		store,
		writer,
		clock,
		metrics,
		log,
		socketsAPerson: options.socketsAPerson ?? LIMITS.socketsAPerson,
		isOwnOrigin: (req) => isOwnOrigin(options, req),
		mayOpen: async (personId) => (await limits.take('socketPerson', personId)).ok
	});
	const accounts = openAccounts({
		store,
		writer: notifying(writer, hub),
		secure: options.origin.startsWith('https:'),
		origin: options.origin,
		clock,
		passwordSignIn: options.passwordSignIn ?? true,
		mails: () => mails,
		onBug: (error) => log.error({ bug: 'links', error }, 'a link was not sent')
	});
	hub.accounts = accounts;
	const told = notifying(writer, hub);
	const signInService = options.oidc
		? openSignInService({
				settings: options.oidc,
				origin: options.origin,
				clock,
				log,
				read: (work) => store.read(work),
				signInByService: (said) => told.run('signInByService', said)
			})
		: null;
	const kolada = lazyKolada({
		base: options.koladaUrl ?? KOLADA_URL,
		clock,
		read: (work) => store.read(work),
		jobs: {
			start: (asked) => jobs.start(asked),
			cancel: (...asked) => jobs.cancel(...asked),
			progressOf: (jobId) => jobs.progressOf(jobId),
			idle: (kind) => jobs.idle(kind)
		},
		store: (input) => told.run('storeFetchJob', input)
	});
	const figures = lazyFigures({ clock, read: (work) => store.read(work) });
	const bound = bindViews(store);
	const peopleFiles = openPeopleFiles({ clock, parts: (actor) => bound.peopleParts(actor, null) });
	const wordIn = lazyWordIn({
		clock,
		log,
		report: (actor, reportId) => bound.wordReport(actor, { reportId })
	});
	const publishing = lazyPublishing({
		clock,
		log,
		origin: options.anyLoopback ? '' : options.origin,
		read: (work) => store.read(work),
		publishReport: async (input) => {
			const published = await told.run('publishReport', input);
			// D11: who changes the trail later does not know the heads that were noted before.
			if (published.ok) log.info({ chain: await store.read(chainHead) }, 'published');
			return published;
		},
		completeEdition: (input) => told.run('completeEdition', input)
	});
	const jobs = openJobs({
		clock,
		read: (work) => store.read(work),
		workers: {
			fetchFigures: (...job) => kolada.work(...job),
			completeEdition: completionWorker(publishing)
		},
		onBug: (error) => log.error({ error }, 'a job failed'),
		startJob: (input) => told.run('startJob', input),
		takeJob: (input) => told.run('takeJob', input),
		jobProgress: (input) => told.run('jobProgress', input),
		jobDone: (input) => told.run('jobDone', input),
		jobFailed: (input) => told.run('jobFailed', input),
		cancelJob: (input) => told.run('cancelJob', input),
		resumeJobs: (input) => told.run('resumeJobs', input),
		releaseJobs: (input) => told.run('releaseJobs', input),
		removeOldJobs: (input) => told.run('removeOldJobs', input)
	});
	const isDemo = () => store.read(async (tx) => (await listMunicipalities(tx)).some((m) => m.demo));
	const sweep = setInterval(() => void told.run('endExpiredSessions', null), 60 * 60 * 1000);
	sweep.unref();
	const mails = openMails({
		settings: options.mail ?? null,
		origin: options.origin,
		clock,
		log,
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
		accounts: watchedAccounts(accounts, (outcome) => {
			metrics.signIns.inc({ outcome });
			log.info({ outcome }, 'sign-in');
		}),
		signInService,
		collab: hub,
		metrics,
		tokens: openTokens({ store, writer: told, clock }),
		limits,
		log,
		requests,
		kolada,
		figures,
		peopleFiles,
		wordIn,
		publishing,
		mails,
		jobs,
		beginWork: async () => {
			await jobs.begin();
			for (const { editionId, municipalityId } of await store.read(lackingEditions))
				await jobs.start({
					by: null,
					municipalityId,
					kind: 'completeEdition',
					input: { editionId },
					progress: { done: 0, total: 1, step: 'making' }
				});
		},
		isDemo,
		demo: async () => ((await isDemo()) ? demoSignIn() : null),
		isHealthy: () => health.ask(writer),
		clock,
		origin: options.origin,
		metricsToken: options.metricsToken ?? null,
		close: async () => {
			clearInterval(sweep);
			clearInterval(mailTicks);
			await jobs.close();
			await mails.close();
			await accounts.settled();
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
