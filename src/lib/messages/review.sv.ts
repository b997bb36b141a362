import type { ThreadState } from '#core/review.ts';

/** Comments and suggestions beside a section's text. */
export const review = {
	title: 'Kommentarer',
	reading: 'Läser …',
	failed: 'Det gick inte att läsa kommentarerna.',
	kept: 'Det du har skrivit står kvar.',
	/** By field of what was sent. */
	invalid: {
		text: 'Kommentaren är tom, för lång eller har tecken som inte går att spara.',
		mentions: 'Någon som du nämner kan inte läsa avsnittet. Ta bort namnet.',
		anchor: 'Det går inte att tala om just det stället. Markera ord i texten och försök igen.',
		proposed: 'Förslaget ska vara en annan text, på en rad.',
		replaces: 'Markera färre ord i taget.'
	} as Record<string, string>,
	noAnswer: 'Servern svarade inte. Det du har skrivit står kvar.',
	notSaved: 'Din text är inte sparad ännu. Försök igen när det står Sparat.',
	retry: 'Försök igen',

	filters: 'Visa',
	open: (n: number) => `Öppna (${n})`,
	done: (n: number) => `Avslutade (${n})`,
	none: { open: 'Inga öppna kommentarer.', done: 'Inga avslutade kommentarer.' },
	hint: 'Markera ord i texten och tryck Ctrl+Alt+M för att kommentera dem.',

	comment: {
		new: 'Ny kommentar',
		label: 'Din kommentar',
		send: 'Skicka',
		hint: 'Skriv @ för att nämna någon. Ctrl+Retur skickar.',
		mustMeet: 'Måste åtgärdas före godkännande'
	},
	about: 'Om:',
	aboutSection: 'Om hela avsnittet',
	aboutAll: 'Gäller hela avsnittet i stället',
	begun: 'Du har en påbörjad kommentar. Skicka eller släng den först.',
	suggest: {
		new: 'Nytt förslag',
		now: 'Står nu:',
		here: 'Infogas där markören står.',
		proposed: 'Föreslagen text',
		empty: 'Lämna tomt för att föreslå att orden tas bort.',
		why: 'Varför? (valfritt)',
		send: 'Skicka förslaget',
		same: 'Förslaget är likadant som texten.',
		nothing: 'Skriv vad som ska infogas.',
		oneParagraph:
			'Ett förslag gäller ord i ett stycke. Markera ord, eller sätt markören där något ska infogas.'
	},
	discard: 'Släng',
	cancel: 'Avbryt',

	kind: { comment: 'Kommentar', suggestion: 'Förslag' },
	mustMeet: 'Måste åtgärdas',
	gone: 'Stället finns inte längre i texten. Så stod det:',
	lost: 'Stället finns inte längre i texten.',
	show: 'Visa i texten',
	inText: { proposed: 'Föreslaget', removed: 'Föreslås tas bort' },
	old: 'Tas bort:',
	new: 'Föreslaget:',

	edited: 'ändrad',
	withdrawn: 'Kommentaren togs tillbaka',
	earlier: (n: number) => (n === 1 ? '1 tidigare lydelse' : `${n} tidigare lydelser`),
	edit: 'Ändra',
	save: 'Spara ändringen',
	take: 'Ta tillbaka',
	takeSure: 'Ta tillbaka kommentaren? Orden försvinner för alla.',
	answer: 'Svara',
	answerLabel: 'Ditt svar',
	resolve: 'Markera som löst',
	reopen: 'Öppna igen',
	accept: 'Ta in i texten',
	decline: 'Avböj',
	declineWhy: 'Varför? (valfritt)',
	withdraw: 'Ta tillbaka förslaget',
	reason: (reason: string) => `Skäl: ${reason}`,
	/** Read out with a button: which thread it is about. */
	of: (name: string, words: string) => `: ${name}, ${words}`,
	states: {
		open: 'Öppen',
		resolved: 'Löst',
		accepted: 'Infört',
		declined: 'Avböjt eller tillbakataget'
	} satisfies Record<ThreadState, string>,
	stateBy: (state: string, by: string | null, when: string) =>
		by === null ? `${state}, ${when}` : `${state} av ${by}, ${when}`,

	mention: {
		list: 'Personer',
		found: (n: number) =>
			n === 0
				? 'Ingen heter så'
				: `${n === 1 ? '1 person' : `${n} personer`}, välj med piltangenter`
	},
	said: {
		sent: 'Kommentaren är skickad',
		suggested: 'Förslaget är skickat',
		saved: 'Ändringen är sparad',
		taken: 'Kommentaren är tillbakatagen',
		resolved: 'Tråden är löst',
		open: 'Tråden är öppen igen',
		accepted: 'Förslaget är infört i texten',
		declined: 'Förslaget är avslutat'
	},
	news: {
		comment: (name: string, section: string) => `${name} har kommenterat i ${section}`,
		suggestion: (name: string, section: string) => `${name} har lämnat ett förslag i ${section}`,
		state: (state: string, section: string) => `Tråd i ${section}: ${state}`
	}
};
