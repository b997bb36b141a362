import type { RollUpShows } from '#core/taken-in.ts';

/** What readers are told of what a report has taken in from other editions. */
export const rollUp = {
	/** "Barnbokslut 2024, utgåva 2". */
	edition: (title: string, n: number) => `${title}, utgåva ${n}`,
	from: 'Ur',
	adopted: (body: string, date: string, paragraph: string) =>
		`fastställd av ${body} ${date}, ${paragraph}`,
	section: (number: string, title: string) => `Avsnitt ${number} ${title}`,
	/** Editions that were taken in and hold nothing of the kind. */
	without: {
		plan: 'Har ingen plan:',
		followUp: 'Har ingen uppföljning:',
		figures: 'Har inga nyckeltal:'
	} satisfies Record<RollUpShows, string> as Record<RollUpShows, string>,
	caption: 'Nyckeltal ur nämndernas rapporter, med senaste värdet',
	heads: {
		name: 'Nyckeltal',
		authority: 'Nämnd',
		year: 'År',
		value: 'Värde',
		trend: 'Trend',
		source: 'Källa'
	},
	unchanged: 'Taget ur nämndernas fastställda rapporter utan ändringar.',
	/** Beside the count of the report's own promises. */
	notCounted: 'Löften som är tagna ur andra rapporter räknas inte här. De står i'
};
