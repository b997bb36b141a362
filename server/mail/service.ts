import { isMailTime } from '#core/mail.ts';
import type { Result } from '#core/result.ts';
import type { CommandInput, CommandOutput } from '#server/commands/index.ts';
import { trialLog, type Log } from '#server/log/log.ts';
import { areMailsWaiting, peopleToMail } from '#server/store/mail.ts';
import type { Store } from '#server/store/store.ts';
import { randomUUID } from 'node:crypto';
import type { MailSettings } from './settings.ts';
import type { Outcome, Patience } from './smtp.ts';

/** Mails of notices: made, sent and tried again. Nothing of the app waits for it (N3). */
export interface Mails {
	/** Where mails go; null where none was configured, so that they are kept. */
	server: { host: string; from: string } | null;
	/**
	 * One round: tells of deadlines when an hour has passed, makes mails of what waits, and sends what is
	 * due. While one is under way it is that one.
	 */
	tick(): Promise<void>;
	/** Begins a round that nobody waits for. */
	nudge(): void;
	/**
	 * Sends one mail at once and keeps nothing of it, for what no database should hold: links that open an
	 * account. Waits a quarter of a minute at the most.
	 */
	sendNow(to: { name: string; address: string }, subject: string, text: string): Promise<SentNow>;
	/** Ends it: what is being sent may end within seconds, and nothing begins after it. */
	close(): Promise<void>;
}

/** What became of a mail that is kept nowhere. */
export type SentNow = 'sent' | 'notConfigured' | 'failed';

type Run<
	N extends 'gatherMail' | 'keepMails' | 'takeMail' | 'mailSent' | 'mailFailed' | 'tellDeadlines'
> = (input: CommandInput<N>) => Promise<Result<CommandOutput<N>>>;

export type MailsOptions = {
	settings: MailSettings | null;
	/** The public address, without a slash at its end. */
	origin: string;
	clock: () => number;
	read: Store['read'];
	tellDeadlines: Run<'tellDeadlines'>;
	gatherMail: Run<'gatherMail'>;
	keepMails: Run<'keepMails'>;
	takeMail: Run<'takeMail'>;
	mailSent: Run<'mailSent'>;
	mailFailed: Run<'mailFailed'>;
	/** How long a mail server is waited for; a limit of `smtp.ts` when left out. */
	patience?: Patience;
	log?: Log;
};

const HOUR = 60 * 60 * 1000;
/** How long a mail that is being sent may take at the end, in milliseconds. */
const LAST = 2000;
/** How long somebody waits for a mail that is sent at once, in milliseconds. */
const AT_ONCE: Patience = { silence: 8_000, all: 15_000 };

export function openMails(options: MailsOptions): Mails {
	const { settings, origin, clock, read, log = trialLog } = options;
	const sends = settings !== null;
	const ending = new AbortController();
	let isClosing = false;
	let underWay: Promise<void> | null = null;
	const atOnce = new Set<Promise<Outcome>>();
	let toldAt = -Infinity;
	/** Taken by a mail server, and not written down yet: the store took nothing just then. */
	const unwritten = new Set<string>();

	async function round(): Promise<void> {
		const now = clock();
		// A clock that was set back silences nothing.
		if (Math.abs(now - toldAt) >= HOUR) {
			const told = await options.tellDeadlines({ now });
			if (told.ok) toldAt = now;
		}
		if (!sends && (await read(areMailsWaiting))) await options.keepMails(null);
		for (const personId of isMailTime(now) ? await read((tx) => peopleToMail(tx, now)) : []) {
			if (isClosing) return;
			const gathered = await options.gatherMail({ personId, origin, sends });
			if (!gathered.ok) break;
		}
		if (settings !== null) await send(settings);
	}

	async function send(to: MailSettings): Promise<void> {
		for (const mailId of unwritten) if (!(await writeDown(mailId))) return;
		while (!isClosing) {
			const taken = await options.takeMail({ origin });
			if (!taken.ok || taken.value === null) return;
			const mail = taken.value;
			// Most days most installations send nothing: the library comes with the first mail.
			const { sendMail } = await import('./smtp.ts');
			const { hostname } = new URL(origin);
			const outcome = await sendMail(to, mail, hostname, ending.signal, options.patience);
			if (outcome.sent) {
				unwritten.add(mail.id);
				log.info({ mailId: mail.id }, 'a mail was sent');
				if (!(await writeDown(mail.id))) return;
				continue;
			}
			const { of, error } = outcome;
			const forGood = of === 'mail' && outcome.forGood;
			// What a mail server says holds addresses: the administrator reads it at /settings/mail.
			log.warn({ mailId: mail.id, of, forGood }, 'a mail was not sent');
			await options.mailFailed({ mailId: mail.id, error, forGood });
			// The others would meet the same.
			if (of === 'server') return;
		}
	}

	async function writeDown(mailId: string): Promise<boolean> {
		const written = await options.mailSent({ mailId });
		if (written.ok) unwritten.delete(mailId);
		return written.ok;
	}

	async function sendNow(
		to: { name: string; address: string },
		subject: string,
		text: string
	): Promise<SentNow> {
		if (settings === null) return 'notConfigured';
		if (isClosing) return 'failed';
		const { sendMail } = await import('./smtp.ts');
		const mail = { id: randomUUID(), to, subject, text, createdAt: clock() };
		const { hostname } = new URL(origin);
		const sending = sendMail(settings, mail, hostname, ending.signal, AT_ONCE);
		atOnce.add(sending);
		const outcome = await sending.finally(() => atOnce.delete(sending));
		if (outcome.sent) return 'sent';
		log.warn({ of: outcome.of }, 'a mail that is kept nowhere was not sent');
		return 'failed';
	}

	async function tick(): Promise<void> {
		if (isClosing) return;
		underWay ??= round().finally(() => (underWay = null));
		return underWay;
	}

	return {
		sendNow,
		server: settings && { host: settings.host, from: settings.from.address },
		tick,
		nudge: () => {
			tick().catch((error: unknown) => log.error({ error }, 'a round of mails failed'));
		},
		close: async () => {
			isClosing = true;
			if (underWay === null && atOnce.size === 0) return;
			const late = setTimeout(() => ending.abort(), LAST);
			try {
				await Promise.all([underWay, ...atOnce]);
			} finally {
				clearTimeout(late);
			}
		}
	};
}
