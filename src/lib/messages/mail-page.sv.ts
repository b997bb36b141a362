import type { MailState } from '#core/mail.ts';

/** The page on which administrators see what became of mails. */
export const mailPage = {
	title: 'Mejl',
	link: 'Mejl som har skickats',
	lede: 'Här ser du alla mejl om meddelanden och vad som blev av dem. Mejl görs mellan klockan 6 och 20, och högst ett i timmen till var och en.',
	sending: (host: string, from: string) => `Mejl skickas genom ${host}, från ${from}.`,
	notSending: 'Ingen mejlserver är angiven, så mejlen sparas här och skickas inte.',
	howTo:
		'Den som sköter servern anger SMTP_URL och MAIL_FROM när programmet startar. Då kan du skicka det som är sparat.',
	sendTest: 'Skicka ett provmejl till mig',
	test: {
		waiting: (to: string) => `Provmejlet till ${to} är på väg.`,
		waitingMore: 'Läs in sidan igen om en stund.',
		sent: (to: string) => `Mejlservern har tagit emot provmejlet till ${to}.`,
		sentMore: 'Kommer det inte fram inom några minuter, titta i skräpposten.',
		kept: (to: string) => `Provmejlet till ${to} är sparat, men skickas inte.`,
		trouble: (to: string) => `Provmejlet till ${to} kom inte i väg.`,
		troubleMore: 'Visa felet för den som sköter mejlservern. Fler försök görs av sig själva.'
	},
	noticesWaiting: (n: number) =>
		n === 1 ? '1 meddelande väntar på nästa mejl.' : `${n} meddelanden väntar på nästa mejl.`,
	show: 'Visa',
	all: 'Alla',
	states: {
		waiting: 'På väg',
		sent: 'Skickade',
		kept: 'Sparade',
		failed: 'Gick inte att skicka'
	} satisfies Record<MailState, string>,
	state: {
		waiting: 'På väg',
		sent: 'Skickat',
		kept: 'Sparat, inte skickat',
		failed: 'Gick inte att skicka'
	} satisfies Record<MailState, string>,
	retry: {
		failed: (n: number) => (n === 1 ? 'Försök igen' : `Försök igen med alla ${n}`),
		kept: (n: number) => (n === 1 ? 'Skicka det sparade' : `Skicka alla ${n} sparade`)
	},
	retryHint: 'Det som mottagaren har läst eller inte längre får se tas bort ur mejlen först.',
	retried: (n: number) =>
		n === 0 ? 'Inget mejl väntade.' : n === 1 ? '1 mejl är på väg.' : `${n} mejl är på väg.`,
	none: 'Inga mejl.',
	to: 'Till',
	made: 'Skrivet',
	sentAt: 'Skickat',
	nextAt: 'Nästa försök',
	attempts: 'Försök',
	said: 'Fel',
	read: 'Läs mejlet'
};
