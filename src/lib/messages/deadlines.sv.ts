/** Days by which sections are to be submitted. */
export const deadlines = {
	/** Whole days from today, negative for those that have passed. */
	left: (days: number) =>
		days === 0
			? 'i dag'
			: days === 1
				? 'i morgon'
				: days > 1
					? `om ${days} dagar`
					: days === -1
						? '1 dag för sent'
						: `${-days} dagar för sent`,
	deadline: 'Sista dag',
	by: (day: string) => `Sista dag ${day}`,
	none: 'Ingen',
	late: 'Försenade',
	lateCount: (n: number) => (n === 1 ? '1 avsnitt är försenat' : `${n} avsnitt är försenade`),
	order: 'Ordning',
	byChapter: 'Efter kapitel',
	byDay: 'Efter sista dag',
	change: 'Ändra sista dagar',
	saved: 'Dagarna är sparade.',
	title: 'Sista dagar',
	lede: 'Till och med den dagen kan ett avsnitt skickas in utan att vara försenat. Den som ska skicka in påminns tre dagar innan, och när dagen har gått.',
	forReport: 'För hela rapporten',
	forReportHint: 'Gäller alla avsnitt som måste vara med och inte har en egen dag.',
	own: 'Egna dagar',
	ownHint:
		'Lämna tomt där rapportens dag gäller. Ett frivilligt avsnitt har bara den dag det får här.',
	dayOf: (section: string) => `Egen sista dag för ${section}`
};
