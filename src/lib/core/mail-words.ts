import { clockTime, longDate } from './format.ts';
import type { NoticeKind } from './notice.ts';

/** A mail in Swedish, as everybody gets it whatever language their pages have (N3). */

/** One line of a mail: something that happened, perhaps several times. It holds no words of a text. */
export type MailLine = {
	kind: NoticeKind;
	/** The report's title; empty where the reader knows the section and not its report (A4). */
	report: string;
	/** Its number and title; null for what is about a report. */
	section: { number: string; title: string } | null;
	/** What became of a suggestion or a late contribution; null for others. */
	decided: 'accepted' | 'declined' | null;
	/** The name of who did it; null for what the clock did. */
	who: string | null;
	/** When it last happened, in milliseconds since 1970. */
	at: number;
	times: number;
	/** The day of a deadline, `2026-03-31`; empty for others. */
	day: string;
	/** The id of the newest notice of it, which leads to its place. */
	noticeId: string;
};

export type MailWords = { subject: string; text: string };

/** The most lines that a mail lists. */
const MOST_LINES = 40;
/** The longest subject, in characters. */
const MOST_SUBJECT = 120;

/** A day in words, and what was done with what somebody proposed. */
type More = { day: string; settled: string };
const SETTLED = { accepted: 'tog in', declined: 'avböjde', none: 'tog ställning till' };

/** What happened. `it`: "avsnitt 3.1 Ekonomi", or the report. */
const WHAT: Record<NoticeKind, (who: string, it: string, more: More) => string> = {
	mention: (who, it) => `${who} nämnde dig i en kommentar till ${it}`,
	comment: (who, it) => `${who} kommenterade ${it}`,
	suggestion: (who, it) => `${who} föreslog en ändring i ${it}`,
	suggestionDecided: (who, it, { settled }) => `${who} ${settled} ditt förslag i ${it}`,
	submitted: (who, it) => `${who} skickade in ${it} för godkännande`,
	approved: (who, it) => `${who} godkände ${it}`,
	returned: (who, it) => `${who} återlämnade ${it}`,
	reopened: (who, it) => `${who} öppnade ${it} igen`,
	late: (who, it) => `En ändring av ${who} kom för sent till ${it}`,
	lateDecided: (who, it, { settled }) =>
		`${who} ${settled} din ändring som kom för sent till ${it}`,
	due: (_, it, { day }) => `Dags att skicka in ${it}, senast ${day}`,
	overdue: (_, it, { day }) => `Ej inskickat: ${it} skulle ha skickats in senast ${day}`,
	preview: (who, it) => `${who} har gett dig ${it} att läsa före beslutet`,
	published: (who, it) => `${who} publicerade ${it}`
};

/** A name or title as one line of plain text, so that it adds neither lines nor headers. */
export const oneLine = (text: string): string =>
	text
		.replace(/\p{Cf}/gu, '')
		.replace(/[\p{C}\p{Z}]+/gu, ' ')
		.trim();

function placeOf({ section, report }: MailLine): string {
	if (section) return oneLine(`avsnitt ${section.number} ${section.title}`);
	return oneLine(report);
}

function whatOf(line: MailLine): string {
	const who = line.who === null ? 'Systemet' : oneLine(line.who);
	const day = line.day === '' ? '' : longDate(line.day, 'sv');
	return WHAT[line.kind](who, placeOf(line), { day, settled: SETTLED[line.decided ?? 'none'] });
}

/** How often, and when last; a clock's line has said the day that matters. */
function whenOf({ kind, at, times }: MailLine): string {
	if (kind === 'due' || kind === 'overdue') return '';
	const when = `${longDate(at, 'sv')} kl. ${clockTime(at, 'sv')}`;
	return times > 1 ? ` (${times} gånger, senast ${when})` : ` (${when})`;
}

const cut = (text: string): string =>
	text.length > MOST_SUBJECT ? `${text.slice(0, MOST_SUBJECT - 1).trimEnd()}…` : text;

/**
 * One person's mail: what it is in the subject when it is one thing, else how many; the body by report.
 * @param origin the public address, without a slash at its end
 * @param lines at least one
 */
export function mailOf(to: {
	name: string;
	municipality: string;
	origin: string;
	lines: MailLine[];
}): MailWords {
	const { lines, origin } = to;
	const [only] = lines;
	const subject =
		lines.length === 1 && only
			? cut(`Barnbokslut: ${whatOf(only)}`)
			: `Barnbokslut: ${lines.length} meddelanden`;
	const shown = lines.slice(0, MOST_LINES);
	const parts = [...Map.groupBy(shown, (line) => oneLine(line.report))].map(([report, of]) =>
		[
			...(report === '' ? [] : [report, '']),
			...of.map((line) => `- ${whatOf(line)}${whenOf(line)}\n  ${origin}/notices/${line.noticeId}`)
		].join('\n')
	);
	if (lines.length > shown.length)
		parts.push(`Och ${lines.length - shown.length} till: ${origin}/notices`);
	return { subject, text: [`Hej ${oneLine(to.name)},`, ...parts, footer(to)].join('\n\n') + '\n' };
}

const footer = ({ municipality, origin }: { municipality: string; origin: string }): string =>
	[
		'-- ',
		`Du får det här mejlet för att du har ett konto i Barnbokslut hos ${oneLine(municipality)}, och det som har hänt rör dig.`,
		'Texter och kommentarer står inte i mejlet. Länkarna leder dit när du har loggat in.',
		`Välj vad du får mejl om: ${origin}/notices/settings`,
		'Mejlet är skickat av ett program. Det går inte att svara på det.'
	].join('\n');

/** What an administrator sends to themselves, to see whether mails arrive. */
export const testMail = (to: {
	name: string;
	municipality: string;
	origin: string;
}): MailWords => ({
	subject: 'Barnbokslut: provmejl',
	text: [
		`Hej ${oneLine(to.name)},`,
		'det här är ett provmejl, som du bad om. Att du läser det betyder att mejlen kommer fram.',
		`Sidan om mejl: ${to.origin}/settings/mail`,
		footer(to)
	]
		.join('\n\n')
		.concat('\n')
});
