export const publish = {
	title: 'Publicering',
	notPublished: 'Rapporten är inte publicerad',
	hinders: 'Det här återstår',
	notApproved: (n: number) =>
		n === 1 ? '1 avsnitt som krävs är inte godkänt' : `${n} avsnitt som krävs är inte godkända`,
	hindersThen: 'Rapporten kan publiceras när allt på listan är klart.',
	ready: 'Alla avsnitt som krävs är godkända',
	readyThen: 'Fyll i beslutet och publicera. Det som publiceras är exakt det som godkändes.',
	leftOut: (n: number) =>
		n === 1
			? '1 frivilligt avsnitt är inte godkänt och kommer inte med'
			: `${n} frivilliga avsnitt är inte godkända och kommer inte med`,
	decision: 'Beslutet',
	body: 'Beslutande organ',
	bodyHint: 'Till exempel Kommunfullmäktige.',
	date: 'Beslutsdatum',
	dateHint: 'År, månad och dag: 2025-03-03.',
	paragraph: 'Paragraf',
	paragraphHint: 'Till exempel § 87.',
	registryNumber: 'Diarienummer',
	note: 'Varför en ny utgåva',
	noteHint: 'Syns för läsarna. Den förra utgåvan finns kvar på sin adress.',
	publish: 'Publicera',
	next: (number: number) =>
		`Utgåva ${number} blir läsbar för alla på en gång. En utgåva kan inte ändras; en rättelse blir en ny.`,
	publishing: 'Gör alla format. Det tar några sekunder.',
	manage: (number: number) => `Format och återtagande för utgåva ${number}`,
	done: (number: number) => `Utgåva ${number} är publicerad`,
	again: 'Publicera ännu en utgåva',
	read: 'Läs den publicerade utgåvan',
	editions: 'Publicerade utgåvor',
	edition: (number: number) => `Utgåva ${number}`,
	fill: 'Fyll i det här fältet.',
	badDate: 'Skriv ett datum som finns, till exempel 2025-03-03.'
};
