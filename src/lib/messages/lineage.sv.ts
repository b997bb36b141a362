import type { MeasureStatus } from '#core/areas.ts';
import type { LineageReason, Sureness } from '#core/lineage-proposal.ts';
import type { LineageKind } from '#core/lineage.ts';

const areas = (n: number) => (n === 1 ? '1 område' : `${n} områden`);

/** The page on where last year's promises went (Y3). */
export const lineage = {
	title: 'Löftenas väg',
	lede: 'Vart tog förra årets områden vägen i den nya planen? Systemet föreslår, men det ser bara ord och förvaltningar. Du avgör.',
	counts: (followed: number, planned: number, unconfirmed: number) =>
		`${followed} följs upp, ${planned} i planen, ${unconfirmed === 1 ? '1 väg är obekräftad' : `${unconfirmed} vägar är obekräftade`}.`,
	allConfirmed: 'Alla vägar är bekräftade.',
	noFollowUp:
		'Rapporten har ingen uppföljning med områden än. Utan den finns inga löften att följa.',
	noPlan: 'Rapporten har ingen plan med områden än. När den finns kommer förslagen här.',
	gone: (n: number) =>
		n === 1
			? '1 bekräftad väg gällde områden som inte finns längre. Den räknas inte.'
			: `${n} bekräftade vägar gällde områden som inte finns längre. De räknas inte.`,
	lockedPlan: (section: string) =>
		`Avsnittet ${section} är inskickat eller godkänt, och vägarna ingår i det. De går att ändra när det har öppnats igen.`,
	readOnly: 'Samordnaren bekräftar vägarna. Du kan läsa dem.',
	sureTitle: 'Säkra förslag',
	sureIs: (n: number) =>
		n === 1 ? '1 område heter likadant i planen.' : `${n} områden heter likadant i planen.`,
	confirmSure: (n: number) => (n === 1 ? 'Bekräfta det' : `Bekräfta alla ${n}`),
	ofFollowUp: 'Det som följs upp',
	ofPlan: 'Nytt i planen',
	noneNew: 'Inget i planen är nytt.',
	followed: 'Följs upp',
	planned: 'I planen',
	nowhere: 'Finns inte i planen',
	unnamed: 'Utan namn',
	measures: (n: number) => (n === 1 ? '1 åtgärd' : `${n} åtgärder`),
	noMeasures: 'inga åtgärder',
	noStatus: 'ingen status',
	status: {
		completed: 'genomfört',
		started: 'påbörjat',
		notStarted: 'ej påbörjat',
		stopped: 'avbrutet',
		unknown: 'okänd status'
	} satisfies Record<MeasureStatus, string> as Record<MeasureStatus, string>,
	kind: {
		kept: 'Fortsätter',
		renamed: 'Byter namn',
		reshaped: 'Görs om',
		merged: 'Slås ihop',
		split: 'Delas',
		finished: 'Är klart',
		dropped: 'Tas bort',
		new: 'Är nytt'
	} satisfies Record<LineageKind, string> as Record<LineageKind, string>,
	kindIs: {
		kept: 'Samma område och samma namn.',
		renamed: 'Samma område med ett annat namn.',
		reshaped: 'Samma sak, med ett annat namn och andra åtgärder.',
		merged: 'Flera områden blir ett.',
		split: 'Ett område blir flera.',
		finished: 'Arbetet är klart och behöver ingen fortsättning.',
		dropped: 'Arbetet är inte klart men finns inte i planen.',
		new: 'Området har inte följts upp.'
	} satisfies Record<LineageKind, string> as Record<LineageKind, string>,
	/** What a kind is of. */
	needs: {
		one: 'ett område som följs upp och ett i planen',
		merged: 'flera områden som följs upp och ett i planen',
		split: 'ett område som följs upp och flera i planen',
		ended: 'ett område som följs upp och inget i planen',
		new: 'inget område som följs upp och ett i planen'
	},
	fits: (kind: string, needs: string) => `”${kind}” gäller ${needs}.`,
	chosen: (from: number, to: number) =>
		`Valt: ${areas(from)} som följs upp, ${areas(to)} i planen.`,
	proposal: 'Förslag',
	sureness: { sure: 'säkert', likely: 'troligt', unsure: 'osäkert' } satisfies Record<
		Sureness,
		string
	> as Record<Sureness, string>,
	reason: {
		sameName: 'samma namn',
		nameWithin: 'det ena namnet ingår i det andra',
		nameAlike: 'liknande namn',
		sameMeasures: 'samma åtgärder',
		measuresAlike: 'liknande åtgärder',
		sameDepartments: 'samma förvaltningar',
		sharedDepartments: 'delvis samma förvaltningar',
		otherDepartments: 'andra förvaltningar',
		sameRow: 'raden är densamma',
		others: 'det finns ett annat område som också liknar',
		noSuccessor: 'inget i planen liknar det',
		noPredecessor: 'inget som följs upp liknar det',
		completed: 'det är genomfört',
		started: 'det är påbörjat',
		notStarted: 'det påbörjades aldrig',
		stopped: 'det avbröts',
		statusUnknown: 'det är okänt hur det gick'
	} satisfies Record<LineageReason, string> as Record<LineageReason, string>,
	confirmedBy: (name: string) => `Bekräftat av ${name}`,
	begunAndDropped:
		'Det är påbörjat men finns inte i planen. Läsarna får veta det: skriv i uppföljningen varför.',
	confirm: 'Bekräfta',
	change: 'Ändra',
	undo: 'Ångra',
	/** Read out with the buttons. */
	of: (names: string) => `: ${names}`,
	form: {
		title: 'Ändra vägen',
		from: 'Vad följs upp?',
		to: 'Vad blir det i planen?',
		kind: 'Vad händer?',
		takes: 'Ett område som redan har en bekräftad väg får den här i stället.',
		save: 'Bekräfta',
		wrong: 'Välj så många områden som det som händer gäller.'
	},

	/** What readers are told. */
	reader: {
		title: 'Hit tog de vägen',
		lead: (n: number) =>
			n === 1
				? 'Så gick det vidare med det område som följs upp.'
				: `Så gick det vidare med de ${n} områden som följs upp.`,
		kinds: {
			kept: 'Fortsätter',
			renamed: 'Fortsätter med nytt namn',
			reshaped: 'Fortsätter i ny form',
			merged: 'Har slagits ihop',
			split: 'Har delats',
			finished: 'Är avslutade',
			dropped: 'Finns inte med i planen',
			new: 'Nya i planen'
		} satisfies Record<LineageKind, string> as Record<LineageKind, string>,
		untold: 'Vägen är inte redovisad',
		into: 'blir',
		quoted: (name: string) => `”${name}”`,
		statusOf: (status: string) => `(${status})`,
		how: 'En människa har bekräftat varje väg.'
	}
};
