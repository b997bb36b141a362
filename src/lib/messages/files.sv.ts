/** The files of an edition, and the page that says why there is none. */
export const files = {
	reason: (reason: string) => `Skäl: ${reason}`,
	withdrawnOn: (date: string) => `Återtaget ${date}. Utgåvans övriga format finns kvar.`,
	notMade: 'Filen är inte klar än.',
	notMadeThen: 'Den görs nu. Läs in sidan på nytt om en stund.',
	toEdition: 'Gå till utgåvan',
	toStart: 'Alla publicerade rapporter'
};
