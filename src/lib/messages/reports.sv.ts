export const reports = {
	title: 'Rapporter',
	none: 'Det finns ingen rapport än.',
	create: 'Ny rapport',
	progress: (approved: number, total: number) => `${approved} av ${total} avsnitt godkända`,
	waiting: (n: number) => (n === 1 ? '1 väntar på godkännande' : `${n} väntar på godkännande`),
	published: (number: number) => `Utgåva ${number} publicerad`,
	notPublished: 'Inte publicerad',
	board: 'Översikt',
	variant: { municipal: 'Kommunens bokslut', board: 'Nämndens bokslut', full: 'Fullständigt' },
	new: {
		title: 'Ny rapport',
		lede: 'Rapporten får mallens kapitel, ägare och frågor. Allt kan ändras efteråt i översikten.',
		name: 'Titel',
		nameHint: 'Så som den ska stå på försättsbladet, till exempel Barnbokslut 2024.',
		year: 'Verksamhetsår',
		yearHint: 'Året som bokslutet handlar om.',
		yearWrong: 'Skriv ett årtal, till exempel 2024.',
		authority: 'Nämnd eller styrelse',
		authorityHint: 'Äger rapporten och beslutar om den.',
		choose: 'Vad ska ni göra?',
		fromLast: 'Ur förra årets utgåva',
		fromLastIs:
			'Samma upplägg, ägare och frågor som förra året, och förra årets plan som uppföljning.',
		ownTemplate: 'Egen mall',
		change: 'Välj något annat',
		yearAny: 'Årtal',
		yearAnyHint: 'Året som rapporten gäller.',
		nameAnyHint: 'Så som den ska stå på försättsbladet.',
		ledeAny: 'Rapporten får mallens avsnitt, ägare och frågor. Allt kan ändras efteråt.',
		templates: 'Ändra mallarna eller gör en egen',
		variant: 'Omfattning',
		variants: {
			municipal: 'Nyckeltal, uppföljning, förvaltningarnas redovisningar, slutsatser och plan.',
			board: 'Uppföljning, styrkor och brister artikel för artikel, och plan. Inga nyckeltal.',
			full: 'Allt som finns i de båda andra. Välj det om du är osäker; frivilliga avsnitt kan lämnas tomma.'
		},
		create: 'Skapa rapporten'
	}
};
