import { StartError } from '#server/store/store.ts';

/** How mails are sent. */
export type MailSettings = {
	host: string;
	port: number;
	/** `direct`: TLS from the first byte. `required`, `offered`: STARTTLS, always or where it is offered. */
	tls: 'direct' | 'required' | 'offered' | 'never';
	/** Null: the server takes mails without. */
	auth: { user: string; pass: string } | null;
	from: { name: string; address: string };
};

const URL_HELP =
	'set it to an address such as smtp://user:password@mail.example.se:587 or smtps://user:password@mail.example.se.';
const FROM_HELP = 'such as "Barnbokslut <no-reply@example.se>".';
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * SMTP_URL and MAIL_FROM; null where none is set, so that mails are kept. The password is in no message.
 * @throws StartError with one line that says what to do
 */
export function readMailSettings(env: Record<string, string | undefined>): MailSettings | null {
	const { SMTP_URL, MAIL_FROM, ORIGIN } = env;
	if (SMTP_URL === undefined || SMTP_URL === '') {
		if (MAIL_FROM !== undefined && MAIL_FROM !== '')
			throw new StartError(`MAIL_FROM is set and SMTP_URL is not: ${URL_HELP}`);
		return null;
	}
	const server = readServer(SMTP_URL);
	if (MAIL_FROM === undefined || MAIL_FROM === '')
		throw new StartError(
			`SMTP_URL is set and MAIL_FROM is not: set it to the sender, ${FROM_HELP}`
		);
	const from = readSender(MAIL_FROM);
	if (from === null)
		throw new StartError(`MAIL_FROM is "${MAIL_FROM}": set it to one address, ${FROM_HELP}`);
	if (ORIGIN === undefined)
		throw new StartError(
			'SMTP_URL is set and ORIGIN is not: the links in mails need the public address, such as https://barnbokslut.example.se.'
		);
	return { ...server, from };
}

function readServer(text: string): Omit<MailSettings, 'from'> {
	const url = URL.parse(text);
	const wrong = new StartError(`SMTP_URL is not understood: ${URL_HELP}`);
	if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') throw wrong;
	if (!/^\/?$/.test(url.pathname) || url.hash !== '' || !/^(\?tls=never)?$/.test(url.search))
		throw wrong;
	if ((url.username === '') !== (url.password === '')) throw wrong;
	const isDirect = url.protocol === 'smtps:';
	const isPlain = url.search !== '';
	const auth =
		url.username === '' ? null : { user: decoded(url.username), pass: decoded(url.password) };
	if (isPlain && isDirect) throw wrong;
	const isHere = LOOPBACK.test(url.hostname);
	if (isPlain && auth !== null && !isHere)
		throw new StartError(
			'SMTP_URL has both a password and tls=never, which would send it for anybody to read: leave tls=never out.'
		);
	return {
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port === '' ? (isDirect ? 465 : 587) : Number(url.port),
		tls: isDirect
			? 'direct'
			: isPlain
				? 'never'
				: auth !== null && !isHere
					? 'required'
					: 'offered',
		auth
	};

	function decoded(part: string): string {
		try {
			return decodeURIComponent(part);
		} catch {
			throw wrong;
		}
	}
}

const ADDRESS = /^[^\s@<>",;:()\\[\]]+@[^\s@<>",;:()\\[\]]+$/;

/** `name@example.se` or `Name <name@example.se>`; null for anything else. */
function readSender(text: string): MailSettings['from'] | null {
	const [, name = '', bracketed] = /^([^<>\p{Cc}]*?)\s*<([^<>]*)>$/u.exec(text.trim()) ?? [];
	const address = (bracketed ?? text).trim();
	return ADDRESS.test(address) ? { name: name.replace(/^"(.*)"$/, '$1').trim(), address } : null;
}
