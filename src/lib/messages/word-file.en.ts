import type { wordFile as sv } from './word-file.sv.ts';

export const wordFile: typeof sv = {
	page: 'Page',
	of: 'of',
	noPicture: (alt) => `The picture cannot be shown. It shows: ${alt}`
};
