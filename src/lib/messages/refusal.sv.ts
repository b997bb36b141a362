import type { Lock } from '#core/lock.ts';
import type { ForbiddenWhy, Happened } from '#core/result.ts';

/** What happened, and what to do about it; nothing to do is an empty text. */
export type Words = { what: string; then: string };

const somebody = (name: string | null): string => name ?? 'någon';
const at = (when: string | null): string => (when === null ? '' : ` ${when}`);

/** A sentence for every refusal; `when` is "i dag kl. 14.02". */
export const refusal = {
	notSignedIn: { what: 'Du är inte inloggad.', then: 'Logga in och försök igen.' },
	wrongCredentials: {
		what: 'E-postadressen och lösenordet hör inte ihop.',
		then: 'Kontrollera båda och försök igen.'
	},
	forbidden: {
		role: {
			what: 'Din roll ger dig inte rätt att göra detta.',
			then: 'Administratören delar ut roller. Vänd dig dit om du behöver rätten.'
		},
		notYourSection: {
			what: 'Avsnittet tillhör en annan förvaltning.',
			then: 'Du kan läsa det. Samordnaren kan dela det med din förvaltning.'
		},
		notYourRow: {
			what: 'Raden tillhör en annan förvaltning.',
			then: 'I det här avsnittet skriver du i din egen förvaltnings rader. Samordnaren kan ge dig hela avsnittet.'
		},
		fourEyes: {
			what: 'Du har skrivit i avsnittet sedan det senast godkändes och kan därför inte godkänna det.',
			then: 'Be en annan samordnare att godkänna det.'
		},
		unpublished: {
			what: 'Rapporten är inte publicerad än.',
			then: 'Den syns för dig när den har publicerats.'
		},
		scope: {
			what: 'API-nyckeln räcker inte till för detta.',
			then: 'Skapa en nyckel som får göra mer.'
		},
		passwordOff: {
			what: 'Här loggar man inte in med lösenord.',
			then: 'Använd kommunens egen inloggning.'
		}
	} satisfies Record<ForbiddenWhy, Words> as Record<ForbiddenWhy, Words>,
	notFound: {
		what: 'Sidan finns inte.',
		then: 'Kontrollera adressen, eller gå till startsidan.'
	},
	locked: (lock: Lock, when: string): Words =>
		lock.why === 'submitted'
			? {
					what: `Avsnittet är inskickat för godkännande av ${somebody(lock.by)} ${when}.`,
					then: 'Samordnaren öppnar det genom att återlämna det.'
				}
			: {
					what: `Avsnittet är godkänt av ${somebody(lock.by)} ${when}.`,
					then: 'Samordnaren kan öppna det igen och anger då skälet.'
				},
	moved: (happened: Happened, by: string | null, when: string | null): Words => {
		const what: Record<Happened, string> = {
			textChanged: `${cap(somebody(by))} ändrade texten${at(when)}, efter att du öppnade den.`,
			submitted: `${cap(somebody(by))} skickade in avsnittet${at(when)}.`,
			approved: `${cap(somebody(by))} godkände avsnittet${at(when)}.`,
			returned: `Avsnittet är ett utkast. ${cap(somebody(by))} öppnade det${at(when)}.`,
			reopened: `${cap(somebody(by))} öppnade avsnittet igen${at(when)}.`,
			published: `${cap(somebody(by))} publicerade rapporten${at(when)}.`,
			valueChanged: `${cap(somebody(by))} hann ändra här före dig${at(when)}.`,
			resolved: `${cap(somebody(by))} markerade kommentaren som klar${at(when)}.`,
			takenUp: `${cap(somebody(by))} tog upp kommentaren igen${at(when)}.`,
			accepted: `${cap(somebody(by))} tog in förslaget${at(when)}.`,
			declined: `${cap(somebody(by))} avböjde förslaget${at(when)}.`,
			withdrawn: `${cap(somebody(by))} drog tillbaka förslaget${at(when)}.`,
			fetching: `${cap(somebody(by))} började hämta värden${at(when)} och det är inte klart.`,
			done: 'Det här är redan gjort.'
		};
		const then: Record<Happened, string> = {
			textChanged: 'Läs den nya texten och försök sedan igen.',
			submitted: 'Läs sidan på nytt innan du går vidare.',
			approved: 'Läs sidan på nytt innan du går vidare.',
			returned: 'Det behöver skickas in innan det kan godkännas.',
			reopened: 'Läs sidan på nytt innan du går vidare.',
			published: 'Läs sidan på nytt innan du går vidare.',
			valueChanged: 'Det du skrev står kvar. Jämför med det nya och spara igen om det behövs.',
			resolved: 'Du behöver inte göra något mer.',
			takenUp: 'Läs vad som har sagts innan du går vidare.',
			accepted: 'Du behöver inte göra något mer.',
			declined: 'Du behöver inte göra något mer.',
			withdrawn: 'Du behöver inte göra något mer.',
			fetching: 'Vänta tills det är klart, eller avbryt det.',
			done: 'Du behöver inte göra något mer.'
		};
		return { what: what[happened], then: then[happened] };
	},
	invalid: { what: 'Något behöver rättas.', then: 'Se vad som står vid fälten.' },
	reasonNeeded: { what: 'Det behövs ett skäl.', then: 'Skriv det och försök igen.' },
	notReady: { what: 'Det går inte än.', then: 'Det här återstår:' },
	malformed: {
		what: 'Ändringen gick inte att läsa och togs inte emot.',
		then: 'Det du skrev är sparat åt dig. Läs in sidan på nytt.'
	},
	tooLarge: {
		what: 'Det är för stort.',
		then: 'Dela upp det eller välj en mindre fil.'
	},
	imageTooLarge: {
		what: 'Bilden är större än 8 MB.',
		then: 'Välj en mindre bild.'
	},
	tooFast: {
		what: 'Det kom för många försök på kort tid.',
		then: 'Vänta en stund och försök igen.'
	},
	/** Instead of the second sentence, where it is known how long. */
	wait: (seconds: number) =>
		seconds <= 90
			? `Vänta ${seconds === 1 ? 'en sekund' : `${seconds} sekunder`} och försök igen.`
			: `Vänta ${Math.ceil(seconds / 60)} minuter och försök igen.`,
	oldSchema: {
		what: 'Programmet har uppdaterats sedan du öppnade sidan.',
		then: 'Läs in sidan på nytt. Det du skrev är sparat åt dig.'
	},
	otherEpoch: {
		what: 'Avsnittet har byggts om sedan du öppnade det.',
		then: 'Läs in sidan på nytt. Det du skrev är sparat åt dig.'
	},
	notSaved: {
		what: 'Det gick inte att spara just nu.',
		then: 'Låt sidan stå öppen och försök igen om en stund.'
	},
	/** The reason that was given stands after it. */
	withdrawn: 'Det här formatet är återtaget.',
	/** In two words: `source.ts` says why. */
	source: {
		what: 'Källan gav inte det som behövs.',
		then: 'Det som fanns står kvar. Försök igen om en stund.'
	},
	/** The day and time that stand in a sentence: "i dag kl. 14.02". */
	dayAndClock: (day: string, clock: string) => `${day} kl. ${clock}`,
	/** What is wrong with one field. */
	/** Also said where a dialog asks for something; the other problems are in `problems.sv.ts`. */
	fieldMissing: 'Fyll i det här fältet.'
};

function cap(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
