import type { JobKind, JobState } from '#core/job.ts';

/** The page that shows what takes long, and how far it is. */
export const jobs = {
	title: 'Pågående arbete',
	lede: 'Det som tar längre tid görs vid sidan av. Du behöver inte vänta: det fortsätter när du lämnar sidan, och om servern startas om.',
	none: 'Inget har gjorts i bakgrunden de senaste 90 dagarna.',
	now: 'Pågår och väntar',
	nothingNow: 'Inget pågår just nu.',
	before: 'Klart och avslutat',
	kept: 'Det som är avslutat visas i 90 dagar.',
	kind: {
		fetchFigures: 'Hämtning av värden från Kolada',
		completeEdition: 'Filer till en utgåva'
	} satisfies Record<JobKind, string> as Record<JobKind, string>,
	edition: (title: string, number: number) => `${title}, utgåva ${number}`,
	state: {
		waiting: 'Väntar på sin tur',
		running: 'Pågår',
		done: 'Klart',
		failed: 'Gick inte',
		cancelled: 'Avbrutet'
	} satisfies Record<JobState, string> as Record<JobState, string>,
	step: {
		measures: 'Läser om nyckeltalen',
		groups: 'Läser om grupperna',
		values: 'Hämtar värden',
		storing: 'Sparar',
		making: 'Gör filerna'
	} as Record<string, string>,
	progress: (step: string, done: number, total: number) => `${step}: ${done} av ${total}`,
	progressOf: (what: string) => `Hur långt det har kommit: ${what}`,
	by: (name: string) => `Startat av ${name}`,
	bySystem: 'Startat av systemet',
	asked: 'Startat',
	ended: 'Avslutat',
	attempts: (n: number) => `Försök ${n} av 3`,
	written: (n: number) =>
		n === 0
			? 'Inget värde hade ändrats.'
			: n === 1
				? '1 värde är nytt eller ändrat.'
				: `${n} värden är nya eller ändrade.`,
	failedParts: (n: number) =>
		n === 1 ? '1 del gick inte att hämta.' : `${n} delar gick inte att hämta.`,
	givenUp:
		'Servern stannade tre gånger medan arbetet pågick, så det görs inte fler försök. Starta det igen, eller säg till den som sköter driften.',
	unprintable: (n: number) =>
		n === 1
			? 'Ett ställe i texten gick inte att få in i alla filer. De andra filerna finns.'
			: `${n} ställen i texten gick inte att få in i alla filer. De andra filerna finns.`,
	cancel: 'Avbryt',
	cancelOf: (what: string) => `Avbryt: ${what}`,
	cancelled: 'Arbetet är avbrutet. Inget av det har sparats.',
	refresh: 'Läs in sidan igen för att se hur långt det har kommit.'
};
