import { PASSWORD_READ, passwordProblem } from '#core/password-rule.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { Mails } from '#server/mail/service.ts';
import { findPersonByEmail, getPerson, isOneTimeLinkOpen } from '#server/store/people.ts';
import type { Store } from '#server/store/store.ts';
import type { Writer } from '#server/writer/writer.ts';
import { randomBytes } from 'node:crypto';
import { hash, newToken } from './hash.ts';
import { openLinks, type Links, type OpenLink } from './links.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { openSessions, type Sessions, type Via } from './sessions.ts';

export type { SignedIn, Via } from './sessions.ts';
export type { GivenLink, OpenLink } from './links.ts';

/** Where somebody signs in from. */
export type From = {
	/** The Cookie header: a session that this browser had before ends. */
	cookie: string | null;
	/** What `deviceOf` says of it. */
	device: string;
};

/** A session that was begun: the Set-Cookie line that carries it. */
export type Begun = { cookie: string };

export interface Accounts {
	/** U7: false where people sign in by the municipality's own service alone; links open nothing then. */
	passwordSignIn: boolean;
	/** U2: one answer, after the same work, for a wrong password and an unknown account. */
	signIn(email: string, password: string, from?: From): Promise<Result<Begun>>;
	/** A session for who was recognised otherwise. Of a closed account it is as none. */
	begin(personId: string, via: Via, device: string): Promise<Result<Begun>>;
	/** U3: makes a link to somebody's account, and sends it when asked to and mail is configured. */
	offerLink: Links['offer'];
	/** What the page behind a link shows; it changes nothing, for scanners of mail open links. */
	openLink: Links['open'];
	/** Sets the password that was chosen behind a link, and signs in. */
	useLink(
		input: { token: string; purpose: Parameters<Links['open']>[1]; password: string },
		from: From
	): Promise<Result<Begun>>;
	/** U2: has a link sent to an address, beside everything else; nothing tells what came of it. */
	forgot(email: string): void;
	/** Changes one's own password; `wrongCredentials` when the present one is another. */
	changePassword(input: {
		by: string;
		sessionHash: string;
		present: string;
		password: string;
	}): Promise<Result<{ ended: number }>>;
	/** Ends the session of this Cookie header; answers the cookie that clears it, or `notSaved`. */
	signOut(cookieHeader: string | null): Promise<Result<Begun>>;
	/** Who a Cookie header belongs to; null without a session that stands. */
	validate: Sessions['validate'];
	/** U3: makes the one-time link of an empty database; null when people exist. */
	firstAdministratorLink(): Promise<string | null>;
	isFirstLinkOpen(token: string): Promise<boolean>;
	createFirstAdministrator(input: {
		token: string;
		name: string;
		email: string;
		password: string;
		municipality: string;
		authority: string;
	}): Promise<Result<Begun>>;
	/** Resolves when nothing is done beside any more. */
	settled(): Promise<void>;
}

export type AccountsOptions = {
	store: Store;
	writer: Writer;
	/** Cookies are `Secure` when the public address is https. */
	secure: boolean;
	origin: string;
	clock: () => number;
	/** On when left out. */
	passwordSignIn?: boolean;
	mails: () => Pick<Mails, 'server' | 'sendNow'>;
	/** Told when something that nobody waits for failed. */
	onBug: (error: unknown) => void;
	/** How a password is held against its hash; ours when left out. */
	verify?: typeof verifyPassword;
};

const wrongPassword = (problem: string) =>
	refuse({ code: 'invalid', problems: [{ field: 'password', problem }] });

/** Sessions, passwords and links behind one module. */
export function openAccounts(options: AccountsOptions): Accounts {
	const { store, writer, origin, clock, mails, verify = verifyPassword } = options;
	const passwordSignIn = options.passwordSignIn ?? true;
	const sessions = openSessions(options);
	const links = openLinks({
		store,
		writer,
		origin,
		clock,
		sends: () => mails().server !== null,
		sendNow: (...mail) => mails().sendNow(...mail)
	});
	// U2: an unknown account costs the same computation as a known one.
	const nobody = hashPassword(randomBytes(16).toString('hex'));
	const isRight = async (stored: string | null | undefined, typed: string): Promise<boolean> => {
		// No password is that long; the work is the same.
		const read = typed.length > PASSWORD_READ ? '' : typed;
		const right = await verify(stored ?? (await nobody), read);
		return right && read === typed && typeof stored === 'string';
	};
	const begin = async (personId: string, via: Via, from: From): Promise<Result<Begun>> => {
		// Whoever signs in gets an id that nobody knew before, and what the browser had opens nothing more.
		const ended = await sessions.end(from.cookie);
		return ended.ok ? begunBy(await sessions.begin(personId, via, from.device)) : ended;
	};
	const off = () => refuse({ code: 'forbidden', why: 'passwordOff' });
	const beside = new Set<Promise<void>>();

	return {
		passwordSignIn,
		begin: (personId, via, device) => begin(personId, via, { cookie: null, device }),
		offerLink: async (input) => (passwordSignIn ? links.offer(input) : off()),
		openLink: async (token, purpose): Promise<OpenLink | null> =>
			passwordSignIn ? links.open(token, purpose) : null,
		async signIn(email, password, from = NOWHERE) {
			if (!passwordSignIn) return off();
			const person = await store.read((tx) => findPersonByEmail(tx, email));
			const right = await isRight(person?.passwordHash, password);
			if (!person?.active || !right) return refuse({ code: 'wrongCredentials' });
			return begin(person.id, 'password', from);
		},
		async useLink({ token, purpose, password }, from) {
			if (!passwordSignIn) return off();
			const used = await links.use(token, purpose, password);
			return used.ok ? begin(used.value.personId, 'link', from) : used;
		},
		forgot(email) {
			if (!passwordSignIn) return;
			const sending: Promise<void> = new Promise<void>((later) => setImmediate(later))
				.then(() => links.ask(email))
				.catch(options.onBug)
				.finally(() => beside.delete(sending));
			beside.add(sending);
		},
		async changePassword({ by, sessionHash, present, password }) {
			if (!passwordSignIn) return off();
			const person = await store.read((tx) => getPerson(tx, by));
			if (!(await isRight(person?.passwordHash, present)) || !person?.passwordHash)
				return refuse({ code: 'wrongCredentials' });
			const problem = passwordProblem(password, person);
			if (problem !== null) return wrongPassword(problem);
			const passwordHash = await hashPassword(password);
			const verified = person.passwordHash;
			return writer.run('changePassword', { by, sessionHash, verified, passwordHash });
		},
		signOut: async (cookieHeader) => begunBy(await sessions.end(cookieHeader)),
		validate: (cookieHeader) => sessions.validate(cookieHeader),
		async firstAdministratorLink() {
			const token = newToken();
			const offered = await writer.run('offerFirstAdministrator', { tokenHash: hash(token) });
			return offered.ok ? `${origin}/first/${token}` : null;
		},
		isFirstLinkOpen: (token) =>
			store.read((tx) => isOneTimeLinkOpen(tx, hash(token), 'firstAdministrator', clock())),
		async createFirstAdministrator({ token, password, ...rest }) {
			const problem = passwordProblem(password, rest);
			if (problem !== null) return wrongPassword(problem);
			const created = await writer.run('createFirstAdministrator', {
				...rest,
				tokenHash: hash(token),
				passwordHash: await hashPassword(password)
			});
			return created.ok ? begin(created.value.personId, 'link', NOWHERE) : created;
		},
		settled: async () => {
			await Promise.all(beside);
		}
	};
}

const begunBy = (cookie: Result<string>): Result<Begun> =>
	cookie.ok ? ok({ cookie: cookie.value }) : cookie;
const NOWHERE: From = { cookie: null, device: '' };
