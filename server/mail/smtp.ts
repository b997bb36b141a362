import type { TakenMail } from '#server/commands/take-mail.ts';
import nodemailer from 'nodemailer';
import type { MailSettings } from './settings.ts';

/** How an attempt ended. */
export type Outcome =
	| { sent: true }
	/** The server refused this mail and no other: `forGood`, or for now. */
	| { sent: false; of: 'mail'; forGood: boolean; error: string }
	/** No mail can be sent just now: the server is not there, is too slow, or does not take us. */
	| { sent: false; of: 'server'; error: string };

/** How long a server may be silent, and how long one mail may take in all, in milliseconds. */
export type Patience = { silence: number; all: number };
export const PATIENCE: Patience = { silence: 20_000, all: 60_000 };

/** The commands whose refusal is about a mail's reader or content; of any other it is about us. */
const ABOUT_THE_MAIL = new Set(['RCPT TO', 'DATA']);

/**
 * Sends one mail over a connection of its own. The same mail has the same Message-ID and date each time,
 * so that who gets it twice sees it once.
 * @param host the name behind the @ of the Message-ID
 * @param ending ends the attempt
 */
export async function sendMail(
	settings: MailSettings,
	mail: TakenMail,
	host: string,
	ending: AbortSignal,
	patience: Patience = PATIENCE
): Promise<Outcome> {
	const { from, auth, port, tls } = settings;
	const transport = nodemailer.createTransport({
		host: settings.host,
		port,
		secure: tls === 'direct',
		requireTLS: tls === 'required',
		ignoreTLS: tls === 'never',
		...(auth === null ? {} : { auth }),
		connectionTimeout: patience.silence,
		greetingTimeout: patience.silence,
		dnsTimeout: patience.silence,
		socketTimeout: patience.silence,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	try {
		await transport.sendMail({
			from,
			to: mail.to,
			// Objects: nobody's address is read out of a name.
			envelope: { from: from.address, to: [mail.to.address] },
			subject: mail.subject,
			text: mail.text,
			date: new Date(mail.createdAt),
			messageId: `<${mail.id}@${host}>`,
			headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
			signal: AbortSignal.any([ending, AbortSignal.timeout(patience.all)])
		});
		return { sent: true };
	} catch (error) {
		return outcomeOf(error);
	} finally {
		transport.close();
	}
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number };

function outcomeOf(error: unknown): Outcome {
	if (!(error instanceof Error)) throw error;
	const { code = '', command = '', responseCode = 0 } = error as SmtpError;
	// Refused before it was sent, for instance for an address that cannot be one.
	if (responseCode === 0 && (code === 'EENVELOPE' || code === 'EMESSAGE'))
		return { sent: false, of: 'mail', forGood: true, error: error.message };
	if (!ABOUT_THE_MAIL.has(command) || responseCode === 0 || responseCode === 421)
		return { sent: false, of: 'server', error: error.message };
	// 503 says that the conversation went astray, not that the mail is refused.
	const forGood = responseCode >= 500 && responseCode !== 503;
	return { sent: false, of: 'mail', forGood, error: error.message };
}
