import { invitationMail, resetMail, type LinkMail } from '#core/account-mails.ts';
import { oneLine } from '#core/mail-words.ts';
import { passwordProblem } from '#core/password-rule.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { OfferedLink } from '#server/commands/offer-link.ts';
import type { Mails } from '#server/mail/service.ts';
import { getLink, isOpen, type LinkPurpose } from '#server/store/one-time-links.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import { getPerson } from '#server/store/people.ts';
import type { Store } from '#server/store/store.ts';
import type { Writer } from '#server/writer/writer.ts';
import { hash, newToken } from './hash.ts';
import { hashPassword } from './password.ts';

/** A link as who made it may pass it on: this once, for it is stored hashed. */
export type GivenLink = {
	url: string;
	/** Milliseconds since 1970. */
	expiresAt: number;
	/** It went by mail; false where no mail is configured, none was asked for, or it was not taken. */
	mailed: boolean;
};

/** What the page behind a link says. */
export type OpenLink = {
	name: string;
	email: string;
	municipality: string;
	/** Who made it; null for who asked for their own. */
	inviter: string | null;
};

/** One-time links to somebody's account (U3). */
export interface Links {
	/** A link that an administrator asks for; it is sent when asked to and mail is configured. */
	offer: (input: {
		by: string;
		personId: string;
		purpose: LinkPurpose;
		mail: boolean;
	}) => Promise<Result<GivenLink>>;
	/** U2: sends a link to an address, if there is an account; nobody is told whether. */
	ask: (email: string) => Promise<void>;
	/** What a link leads to; null for one that is used, too old or unknown, or whose account is closed. */
	open: (token: string, purpose: LinkPurpose) => Promise<OpenLink | null>;
	/** Uses a link up: the password is set. `notFound` for one that opens nothing any more. */
	use: (
		token: string,
		purpose: LinkPurpose,
		password: string
	) => Promise<Result<{ personId: string }>>;
}

export type LinksOptions = {
	store: Store;
	writer: Writer;
	/** False where mails are kept, so that nobody's link would arrive. */
	sends: () => boolean;
	sendNow: Mails['sendNow'];
	origin: string;
	clock: () => number;
};

/** The page that each link opens. */
const PAGE: Record<LinkPurpose, string> = { invitation: 'invitation', passwordReset: 'reset' };
const WORDS = { invitation: invitationMail, passwordReset: resetMail };
/** What is no token of ours is looked up nowhere. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function openLinks({ store, writer, sends, sendNow, origin, clock }: LinksOptions): Links {
	const urlOf = (purpose: LinkPurpose, token: string) => `${origin}/${PAGE[purpose]}/${token}`;

	const send = async (purpose: LinkPurpose, url: string, link: OfferedLink): Promise<boolean> => {
		const { to, municipality, inviter, expiresAt } = link;
		const mail: LinkMail = { name: to.name, municipality, url, expiresAt, inviter };
		const { subject, text } = WORDS[purpose](mail);
		return (await sendNow({ ...to, name: oneLine(to.name) }, subject, text)) === 'sent';
	};

	const open: Links['open'] = async (token, purpose) => {
		if (!TOKEN.test(token)) return null;
		return store.read(async (tx) => {
			const link = await getLink(tx, hash(token), purpose);
			if (!link || !isOpen(link, clock())) return null;
			const person = await getPerson(tx, link.personId);
			if (!person?.active) return null;
			const inviter = link.createdBy === null ? undefined : await getPerson(tx, link.createdBy);
			return {
				name: person.name,
				email: person.email,
				municipality: (await getMunicipality(tx, person.municipalityId))?.name ?? '',
				inviter: inviter?.name ?? null
			};
		});
	};

	return {
		open,
		async offer({ mail, ...asked }) {
			const offer = async (mailed: boolean): Promise<Result<GivenLink>> => {
				const token = newToken();
				const input = { ...asked, tokenHash: hash(token), mailed };
				const made = await writer.run('offerLink', input);
				if (!made.ok) return made;
				const url = urlOf(asked.purpose, token);
				const { expiresAt } = made.value;
				if (!mailed || (await send(asked.purpose, url, made.value)))
					return ok({ url, expiresAt, mailed });
				// Nobody took the mail: what the administrator passes on instead is another, and lasts longer.
				return offer(false);
			};
			return offer(mail && sends());
		},
		async ask(email) {
			// Where nothing is sent, a link would be made for nobody.
			if (!sends()) return;
			const token = newToken();
			const made = await writer.run('askForLink', { email, tokenHash: hash(token) });
			if (made.ok) await send('passwordReset', urlOf('passwordReset', token), made.value);
		},
		async use(token, purpose, password) {
			// Asked first, so that nobody has passwords hashed who has no link.
			const link = await open(token, purpose);
			if (!link) return refuse({ code: 'notFound' });
			const problem = passwordProblem(password, link);
			if (problem !== null)
				return refuse({ code: 'invalid', problems: [{ field: 'password', problem }] });
			const passwordHash = await hashPassword(password);
			return writer.run('setPasswordByLink', { tokenHash: hash(token), purpose, passwordHash });
		}
	};
}
