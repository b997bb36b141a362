import type { RollUpShows } from '#core/taken-in.ts';

/** What a report takes in from other authorities' editions: the page, and the block in the text. */
export const boards = {
	title: 'Nämndernas rapporter',
	lede: 'Välj vilka publicerade utgåvor som rapporten ska samla. Planer, uppföljningar och nyckeltal tas in oförändrade, med uppgift om var de kommer ifrån.',
	readOnly: 'Samordnaren väljer vilka utgåvor som tas in.',
	none: 'Ingen annan nämnd har publicerat någon rapport än.',
	authority: 'Nämnd',
	report: 'Rapport',
	holds: 'Innehåller',
	state: 'Tas in',
	edition: (n: number) => `Utgåva ${n}`,
	published: (date: string) => `publicerad ${date}`,
	promises: (n: number) => (n === 1 ? '1 löfte' : `${n} löften`),
	figures: (n: number) => `${n} nyckeltal`,
	nothing: 'Inget att ta in',
	taken: (n: number) => `Utgåva ${n} tas in`,
	takenBy: (name: string, date: string) => `Vald av ${name} ${date}`,
	notTaken: 'Tas inte in',
	newer: (n: number) => `Utgåva ${n} finns`,
	takeIn: 'Ta in',
	takeInOf: (authority: string, n: number) => `Ta in utgåva ${n} från ${authority}`,
	change: (n: number) => `Byt till utgåva ${n}`,
	leaveOut: 'Ta bort',
	leaveOutOf: (authority: string) => `Ta bort ${authority}`,
	withdrawn: (reason: string) => `Utgåvan är återtagen och tas inte längre in. Skäl: ${reason}`,
	others: 'Andra år',
	missing: (year: number) => `Saknas för ${year}`,
	missingLede: (year: number) => `De här nämnderna har inte publicerat någon utgåva för ${year}:`,
	done: {
		taken: 'Utgåvan tas in.',
		changed: 'Utgåvan är utbytt.',
		leftOut: 'Utgåvan tas inte längre in.'
	} as Record<string, string>,
	/** After a change: what it means for sections that are locked. */
	locked: 'Avsnitt som är inskickade eller godkända ändras inte.',
	sections: 'Var det visas',
	noSections:
		'Inget avsnitt visar det som tas in. Skriv / i ett avsnitt och välj Ur nämndernas rapporter.',
	older:
		'Fastställt med andra utgåvor än de som är valda nu. Öppna avsnittet igen för att ta med dem.',
	shows: {
		plan: 'Nämndernas planer',
		followUp: 'Nämndernas uppföljningar',
		figures: 'Nämndernas nyckeltal'
	} satisfies Record<RollUpShows, string> as Record<RollUpShows, string>,
	block: {
		label: 'Ur nämndernas rapporter',
		show: 'Visa',
		choose: 'Välj utgåvor',
		reading: 'Hämtar …',
		empty: 'Inget är taget in än. Utgåvorna väljs på sidan Nämndernas rapporter.',
		without: {
			plan: 'De utgåvor som är valda har ingen plan.',
			followUp: 'De utgåvor som är valda har ingen uppföljning.',
			figures: 'De utgåvor som är valda har inga nyckeltal.'
		} satisfies Record<RollUpShows, string> as Record<RollUpShows, string>,
		failed: 'Det gick inte att hämta.',
		retry: 'Försök igen'
	}
};
