/** When the program itself failed, or a page does not exist. */
export const unexpected = {
	what: 'Något gick fel hos oss.',
	then: 'Försök igen om en stund. Händer det igen, berätta det för administratören.',
	badRequest: 'Begäran gick inte att förstå.',
	id: (id: string) => `Felets nummer: ${id}`,
	toStart: 'Till startsidan',
	status: (status: number) => `Fel ${status}`
};
