/** A list of several pages. */
export const pages = {
	label: 'Sidor',
	of: (page: number, pages: number) => `Sida ${page} av ${pages}`,
	before: 'Föregående',
	after: 'Nästa',
	newer: 'Nyare',
	older: 'Äldre'
};
