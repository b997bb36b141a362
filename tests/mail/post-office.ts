import { createServer as createTcp, type AddressInfo, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { MailSettings } from '#server/mail/settings.ts';

/** A letter as it arrived, its words decoded. */
export type Letter = {
	from: string;
	to: string[];
	/** By name in lower case; encoded words are read. */
	headers: Record<string, string>;
	text: string;
	/** Whether it came over TLS, and who sent it. */
	secure: boolean;
	user: string | null;
};

/** A real SMTP server on a free port, ended with the test. */
export type PostOffice = { settings: MailSettings; letters: Letter[] };

export const FROM = { name: 'Barnbokslut på prov', address: 'bok@example.se' };

/** What is wrong with a mail, with the SMTP code that says so. */
export const refusal = (responseCode: number, message: string): Error =>
	Object.assign(new Error(message), { responseCode });

/**
 * Starts a server that takes every mail.
 * @param options what it does otherwise; `onLetter` is called before it answers
 */
export async function startPostOffice(
	options: SMTPServerOptions & { onLetter?: (letter: Letter) => Error | null } = {}
): Promise<PostOffice> {
	const { onLetter, ...others } = options;
	const letters: Letter[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		...others,
		onData(stream, session, done) {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				const { mailFrom, rcptTo } = session.envelope;
				const letter = {
					...read(Buffer.concat(parts).toString('latin1')),
					from: mailFrom === false ? '' : mailFrom.address,
					to: rcptTo.map(({ address }) => address),
					secure: session.secure,
					user: typeof session.user === 'string' ? session.user : null
				};
				const wrong = onLetter?.(letter) ?? null;
				if (wrong === null) letters.push(letter);
				done(wrong);
			});
		}
	});
	// A client that goes away in the middle is what some tests are about.
	server.on('error', () => undefined);
	await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
	onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
	const { port } = server.server.address() as AddressInfo;
	return { letters, settings: settingsFor(port) };
}

export const settingsFor = (port: number): MailSettings => ({
	host: '127.0.0.1',
	port,
	tls: 'offered',
	auth: null,
	from: FROM
});

/** A server that lets everybody in and says nothing; how many came. */
export async function startSilence(): Promise<{ settings: MailSettings; calls: () => number }> {
	const sockets: Socket[] = [];
	const server = createTcp((socket) => {
		sockets.push(socket);
		socket.on('error', () => undefined);
	});
	await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
	onTestFinished(async () => {
		for (const socket of sockets) socket.destroy();
		await new Promise((done) => server.close(done));
	});
	const { port } = server.address() as AddressInfo;
	return { settings: settingsFor(port), calls: () => sockets.length };
}

/** Reads a message of one part of plain text, as it came over the wire. */
function read(raw: string): Pick<Letter, 'headers' | 'text'> {
	const at = raw.indexOf('\r\n\r\n');
	const lines = raw
		.slice(0, at)
		.replace(/\r\n[ \t]+/g, ' ')
		.split('\r\n');
	const headers: Record<string, string> = {};
	for (const line of lines) {
		const colon = line.indexOf(':');
		const name = line.slice(0, colon).toLowerCase();
		if (name in headers) throw new Error(`two headers ${name}`);
		headers[name] = encodedWords(line.slice(colon + 1).trim());
	}
	const body = raw.slice(at + 4);
	const bytes =
		headers['content-transfer-encoding'] === 'base64'
			? Buffer.from(body, 'base64')
			: headers['content-transfer-encoding'] === 'quoted-printable'
				? quoted(body)
				: Buffer.from(body, 'latin1');
	return { headers, text: bytes.toString('utf8').replaceAll('\r\n', '\n') };
}

/** RFC 2047: `=?UTF-8?Q?p=C3=A5?=`; the space between two of them is none. */
const encodedWords = (text: string): string =>
	text
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how: string, what: string) =>
			(how.toLowerCase() === 'b'
				? Buffer.from(what, 'base64')
				: quoted(what.replaceAll('_', ' '))
			).toString('latin1')
		)
		.replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));

const quoted = (text: string): Buffer =>
	Buffer.from(
		text
			.replace(/=\r\n/g, '')
			.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
		'latin1'
	);
