/** What is wrong with a field, by the code of its problem. Where one writes there are no forms: it is apart. */
export const problems: Record<string, string> = {
	length: 'Skriv något, men inte mer än fältet rymmer.',
	unknown: 'Välj något av det som finns.',
	period: 'Skriv ett år, ett läsår, en termin eller en månad, till exempel 2024, 2023/24, ht 2024.',
	number: 'Skriv ett tal, till exempel 14,7.',
	missing: 'Fyll i det här fältet.',
	email: 'Skriv en e-postadress, till exempel namn@kommun.se.',
	noNumberWithStatus: 'Töm fältet, eller välj statusen Värde.',
	short: 'Lösenordet behöver vara minst 12 tecken.',
	image: 'Välj en bild i formatet PNG, JPEG, WebP eller GIF.',
	kindStays: 'En grupp behåller sitt slag. Lägg till en ny i stället.',
	otherKind: 'Riket och alla kommuners ovägda medel är egna grupper och blandas inte med andra.',
	taken: 'Det finns redan en med samma namn och år.',
	twice: 'Någon kommun är med två gånger.',
	year: 'Skriv ett år, till exempel 2024.',
	noKpi: 'Något nyckeltal saknar Koladas id. Välj bara sådana som har det.',
	code: 'Skriv kommunens kod, fyra siffror, till exempel 2182.',
	search: 'Skriv minst två tecken att söka efter.',
	other: 'Kontrollera det här fältet.'
};
