/** When mails are made and sent (N3), by Stockholm's clock where it is a matter of the day. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long the first notice of a mail waits for others, in milliseconds: a burst is one mail. */
export const GATHER_MS = 10 * MINUTE;

/** The shortest time between two mails of notices to one person, in milliseconds. */
export const EVERY_MS = HOUR;

/** The hours in which mails are made: from the first until the second, every day. */
const HOURS = { from: 6, until: 20 };

const stockholmHour = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Stockholm',
	hour: '2-digit',
	hourCycle: 'h23'
});

/** Whether a mail may be made now: at night it waits for the morning. @param now milliseconds since 1970 */
export function isMailTime(now: number): boolean {
	const hour = Number(stockholmHour.format(now));
	return hour >= HOURS.from && hour < HOURS.until;
}

/** How long to wait after each attempt that failed, in milliseconds; the last goes for all that follow. */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR];

/** A mail is given up after this many attempts: two days after the first. */
export const MOST_ATTEMPTS = 13;

/** How long to wait after the attempt of this number (the first is 1), in milliseconds. */
export const waitAfter = (attempt: number): number =>
	WAITS[Math.min(attempt, WAITS.length) - 1] ?? MINUTE;

export const MAIL_STATES = ['waiting', 'sent', 'kept', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];
