import { clockTime, longDate } from './format.ts';
import { oneLine, type MailWords } from './mail-words.ts';

/** Mails that open an account. They hold a link that works once, so they are sent and kept nowhere. */

export type LinkMail = {
	name: string;
	municipality: string;
	/** The whole address. */
	url: string;
	/** Milliseconds since 1970. */
	expiresAt: number;
	/** Who invites; null for who asked for their own. */
	inviter: string | null;
};

const until = (at: number): string => `${longDate(at, 'sv')} kl. ${clockTime(at, 'sv')}`;

const signature = (municipality: string): string =>
	[
		'-- ',
		`Barnbokslut, ${oneLine(municipality)}`,
		'Mejlet är skickat av ett program. Det går inte att svara på det.'
	].join('\n');

/** To somebody who got an account and has no password yet. */
export const invitationMail = (to: LinkMail): MailWords => ({
	subject: 'Barnbokslut: du har fått ett konto',
	text: [
		`Hej ${oneLine(to.name)},`,
		`${to.inviter === null ? 'Du' : `${oneLine(to.inviter)} har bjudit in dig: du`} har fått ett konto i Barnbokslut hos ${oneLine(to.municipality)}. Välj ett lösenord här, så kommer du in:`,
		to.url,
		`Länken går att använda en gång, till och med ${until(to.expiresAt)}. Har den gått ut, be den som bjöd in dig om en ny.`,
		signature(to.municipality)
	]
		.join('\n\n')
		.concat('\n')
});

/** To somebody who needs a new password; they asked, or an administrator did. */
export const resetMail = (to: LinkMail): MailWords => ({
	subject: 'Barnbokslut: välj ett nytt lösenord',
	text: [
		`Hej ${oneLine(to.name)},`,
		to.inviter === null
			? 'någon, troligen du, bad om ett nytt lösenord till ditt konto i Barnbokslut. Välj det här:'
			: `${oneLine(to.inviter)} har skickat dig en länk för att välja ett nytt lösenord till ditt konto i Barnbokslut:`,
		to.url,
		`Länken går att använda en gång, till och med ${until(to.expiresAt)}.`,
		'Väntade du dig inte det här mejlet, så behöver du inte göra något: ditt lösenord är detsamma.',
		signature(to.municipality)
	]
		.join('\n\n')
		.concat('\n')
});
