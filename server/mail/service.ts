import { isMailTime } from '#core/mail.ts';
import type { Result } from '#core/result.ts';
import type { CommandInput, CommandOutput } from '#server/commands/index.ts';
import { areMailsWaiting, peopleToMail } from '#server/store/mail.ts';
import type { Store } from '#server/store/store.ts';
import type { MailSettings } from './settings.ts';
import type { Patience } from './smtp.ts';

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
	/** Ends it: what is being sent may end within seconds, and nothing begins after it. */
	close(): Promise<void>;
}

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
};

const HOUR = 60 * 60 * 1000;
/** How long a mail that is being sent may take at the end, in milliseconds. */
const LAST = 2000;

export function openMails(options: MailsOptions): Mails {
	const { settings, origin, clock, read } = options;
	const sends = settings !== null;
	const ending = new AbortController();
	let isClosing = false;
	let underWay: Promise<void> | null = null;
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
				if (!(await writeDown(mail.id))) return;
				continue;
			}
			const { of, error } = outcome;
			const forGood = of === 'mail' && outcome.forGood;
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

	async function tick(): Promise<void> {
		if (isClosing) return;
		underWay ??= round().finally(() => (underWay = null));
		return underWay;
	}

	return {
		server: settings && { host: settings.host, from: settings.from.address },
		tick,
		nudge: () => {
			tick().catch((error: unknown) => console.error('A round of mails failed.', error));
		},
		close: async () => {
			isClosing = true;
			if (underWay === null) return;
			const late = setTimeout(() => ending.abort(), LAST);
			try {
				await underWay;
			} finally {
				clearTimeout(late);
			}
		}
	};
}
