/** The form in which the municipality says how accessible its website is. */
export const statement = {
	title: 'Tillgänglighetsredogörelse',
	lede: 'Lagen om tillgänglighet till digital offentlig service kräver att kommunen berättar hur tillgänglig webbplatsen är. Det du skriver här står på den sida som alla publicerade sidor länkar till. Redogörelsen är på svenska.',
	see: 'Läs sidan',
	changed: (name: string | null) => (name === null ? 'Senast ändrad' : `Senast ändrad av ${name}`),
	never: 'Inget är ifyllt än. På sidan står det att redogörelsen inte är ifylld.',
	done: 'Redogörelsen är sparad och syns för läsarna.',
	choose: 'Inte bedömt än',
	hints: {
		actor: 'Kommunen eller den nämnd som svarar för webbplatsen.',
		status: 'Bedöm mot kraven i EN 301 549, som bygger på WCAG.',
		content: 'Vad som brister, vilka krav det gäller, och varför.',
		burden: 'Det som skulle kosta orimligt mycket att rätta just nu. Skriv ”Inget” om så är.',
		outside: 'Till exempel äldre filer. Skriv ”Inget” om så är.',
		assessed: 'Till exempel: Egen granskning den 3 mars 2026 med tangentbord, skärmläsare och axe.',
		feedback: 'Vart man vänder sig, och hur man får innehållet på ett annat sätt under tiden.'
	},
	ours: 'Det här fylls i av programmet',
	oursWhat:
		'Vilken webbplats det gäller, vad programmets utvecklare har prövat, kända begränsningar och hur man anmäler brister till myndigheten.'
};
