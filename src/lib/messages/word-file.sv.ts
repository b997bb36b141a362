/** What a Word file says beside the edition's own words. */
export const wordFile = {
	page: 'Sida',
	of: 'av',
	noPicture: (alt: string) => `Bilden kan inte visas. Den föreställer: ${alt}`
};
