import type { Hub } from '#server/collab/hub.ts';
import type { Figures } from '#server/figures/service.ts';
import type { Jobs } from '#server/jobs/runner.ts';
import type { Kolada } from '#server/kolada/service.ts';
import type { Mails } from '#server/mail/service.ts';
import type { MailSettings } from '#server/mail/settings.ts';
import type { DemoSignIn } from '#server/demo/sign-in.ts';
import type { Publishing } from '#server/publishing/service.ts';
import type { Store } from '#server/store/store.ts';
import type { WordIn } from '#server/word-in/service.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { SignInService } from './accounts/oidc/service.ts';
import type { OidcSettings } from './accounts/oidc/settings.ts';
import type { Tokens } from './accounts/tokens.ts';
import type { PeopleFiles } from './accounts/people-files.ts';
import type { BoundCommands, BoundViews } from './bound.ts';
import type { Limits, LimitsOptions } from './limits/limits.ts';
import type { Log } from './log/log.ts';
import type { Requests } from './log/requests.ts';
import type { Metrics } from './metrics.ts';

/** The one object of the process: routes, sockets and start-up share it. */
export interface App {
	commands: BoundCommands;
	views: BoundViews;
	/** Reads of the store for what no view is made for: tests, tools. */
	read: Store['read'];
	accounts: Accounts;
	/** U7: signing in by the municipality's own service; null where there is none. */
	signInService: SignInService | null;
	collab: Hub;
	metrics: Metrics;
	/** Keys for programs (U8). */
	tokens: Tokens;
	/** Who asks too often (O8). */
	limits: Limits;
	/** O7: names, ids, counts; never what people wrote. */
	log: Log;
	/** Requests under way: their ids, and what the pages know of them. */
	requests: Requests;
	isDemo(): Promise<boolean>;
	/** What the login page of a demo offers (U4); null in any other database. */
	demo(): Promise<DemoSignIn | null>;
	/** True once the store takes writes. */
	isHealthy(): Promise<boolean>;
	/** Kolada, for those who may ask it. */
	kolada: Kolada;
	/** Values as files, for those who may enter them. */
	figures: Figures;
	/** Files of people, for administrators. */
	peopleFiles: PeopleFiles;
	/** Files from Word, for those who may write. */
	wordIn: WordIn;
	/** Editions with all their forms. */
	publishing: Publishing;
	/** Mails of notices. */
	mails: Mails;
	/** O6: long work, and how far it is. */
	jobs: Jobs;
	/** Once, when the program answers: what it left under way goes on, and editions get what they lack. */
	beginWork(): Promise<void>;
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
	/** Other limits of HTTP than the table's, by their names: for who sends a million requests on purpose. */
	limits?: LimitsOptions['table'];
	/** The address of Kolada's API, without a slash at its end; the real one when left out. */
	koladaUrl?: string;
	/** How mails are sent; they are kept when left out. */
	mail?: MailSettings | null;
	/** Warnings and errors on the standard error when left out. */
	log?: Log;
	/** The municipality's own sign-in service; none when left out. */
	oidc?: OidcSettings | null;
	/** False where people sign in by the municipality's own service alone; true when left out. */
	passwordSignIn?: boolean;
	/** Milliseconds since 1970; the real clock when left out. */
	clock?: () => number;
};
