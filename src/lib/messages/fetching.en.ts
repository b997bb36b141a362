import type { fetching as sv } from './fetching.sv.ts';

export const fetching: typeof sv = {
	title: 'Fetch from Kolada',
	lede: 'Values that somebody typed are not changed. You decide about what differs. Submitted and approved sections keep their values.',
	last: (when) => `Last fetched ${when}.`,
	indicators: 'Indicators',
	noIndicators: 'No indicator has an id of Kolada’s yet. Look one up in Kolada first.',
	without: (n) =>
		n === 1
			? '1 indicator has no id of Kolada’s and is not fetched.'
			: `${n} indicators have no id of Kolada’s and are not fetched.`,
	latest: (period) => (period === '' ? 'no value' : `latest ${period}`),
	next: (period, date) => `${period} comes ${date}`,
	for: 'For whom',
	own: (name) => name || 'The municipality itself',
	members: (n) => (n === 1 ? '1 municipality' : `${n} municipalities`),
	years: 'Which years',
	from: 'From',
	to: 'To',
	code: 'Municipality code',
	codeHint: 'Four digits. The municipality’s own values are fetched under it.',
	start: 'Fetch values',
	cancel: 'Stop fetching',
	refresh: 'Show how far it has come',
	progress: 'Fetching',
	steps: {
		measures: 'Reading about the indicators',
		groups: 'Reading about the groups',
		values: (name) => `Fetching for ${name}`,
		storing: 'Saving'
	},
	count: (done, total) => `${done} of ${total}`,
	by: (name) => `Started by ${name}`,
	done: (written) =>
		written === 0
			? 'Done. Nothing had changed.'
			: written === 1
				? 'Done. 1 value is new or changed.'
				: `Done. ${written} values are new or changed.`,
	same: (n) => (n === 1 ? '1 value was as before.' : `${n} values were as before.`),
	typed: (n) =>
		n === 1
			? '1 typed value differs from the source and stays.'
			: `${n} typed values differ from the source and stay.`,
	partFailed: (name, n) =>
		`${name}: ${n === 1 ? '1 indicator' : `${n} indicators`} could not be fetched. What was there is still there.`,
	why: {
		unreachable: 'The source could not be reached.',
		slow: 'The source did not answer in time.',
		busy: 'The source had too much to do.',
		failing: 'The source had an error of its own.',
		declined: 'The source has nothing for the group, and its members could not be looked up.',
		notUnderstood: 'The answer could not be understood.',
		elsewhere: 'The source referred to another address.',
		tooMuch: 'The answer was too large.',
		cancelled: 'It was stopped.'
	},
	notices: 'For you to decide',
	waiting: (n) => (n === 1 ? '1 thing for you to decide' : `${n} things for you to decide`),
	noNotices: 'Nothing waits for you to decide.',
	notice: {
		typed: (typed, by, fetched) =>
			`${by ? `${by} typed` : 'Typed is'} ${typed}. The source says ${fetched}.`,
		valueGone: (had) => `Fetched before: ${had}. The source no longer has the value.`,
		title: (before, after) => `Was called: ${before} Is now called: ${after}`,
		definition: (before, after) => `Before: ${before} Now: ${after}`,
		kpiGone: (id) =>
			`${id} is no longer in Kolada. Its values stay. Change to another measure if needed.`,
		members: (left, come) =>
			`${left ? `No longer in it: ${left}. ` : ''}${come ? `New: ${come}. ` : ''}Values are made of the old members until you change.`,
		groupGone: (id) =>
			`${id} is no longer in Kolada. Values are made of the members that are known.`
	},
	heading: {
		typed: 'Another value in the source',
		valueGone: 'The value is gone from the source',
		title: 'The indicator has a new name',
		definition: 'The indicator is described in other words',
		kpiGone: 'The indicator is gone from the source',
		members: 'The group has other members',
		groupGone: 'The group is gone from the source'
	},
	take: {
		typed: 'Take the source’s value',
		valueGone: 'Remove the value',
		members: 'Change to the new ones'
	},
	leave: {
		typed: 'Keep what was typed',
		valueGone: 'Keep the value',
		members: 'Keep the old ones'
	},
	seen: 'Noted',
	aboutNotice: (act, what) => `${act}: ${what}`,
	search: {
		title: 'Indicators from Kolada',
		label: 'Search in Kolada',
		hint: 'A part of the title (in Swedish), or an id such as N15419.',
		button: 'Search',
		hits: (n) => (n === 1 ? '1 hit' : `${n} hits`),
		none: 'No hit. Try a shorter word.',
		most: 'Only the first 50 are shown. Write more to find the right one.',
		add: 'Add',
		addOf: (title) => `Add ${title}`,
		has: 'Is there already',
		unit: (unit) => `Unit: ${unit}`,
		ended: (year) => `Ended ${year}`,
		gender: 'Girls and boys too',
		set: 'Usual in a child rights account',
		setLede: 'Choose one measure for each question and keep to it from year to year.',
		more: 'More to choose from',
		instead: (id, counts) => `${id} counts ${counts}.`,
		gaps: 'Not in Kolada',
		confirm:
			'Kolada states neither unit nor wished direction. What is proposed was read from the title. Check it.'
	},
	groups: {
		title: 'Comparison groups',
		lede: 'A group has members and a year. The nation is the value of the whole country. All municipalities is a mean in which each municipality weighs the same.',
		present: 'The municipality’s groups',
		none: 'There are no groups yet.',
		year: (year) => `grouping of ${year}`,
		kind: {
			similar: 'Similar municipalities',
			nation: 'The nation',
			allMunicipalities: 'All municipalities (unweighted)',
			own: 'Chosen group'
		},
		search: 'Search for a group in Kolada',
		searchHint: 'For example liknande kommuner and the municipality’s name.',
		name: 'Name within a sentence',
		nameHint: 'In Swedish, for example: liknande kommuner.',
		add: 'Add the group',
		addOf: (title) => `Add the group: ${title}`,
		addNation: 'Add the nation',
		nation: 'riket',
		all: 'alla kommuner',
		similar: (family) => (family ? `liknande kommuner (${family})` : 'liknande kommuner'),
		make: 'Make a group of your own',
		makeMembers: 'Municipalities',
		makeMembersHint: 'Names with commas or line breaks between them.',
		makeYear: 'Year',
		makeYearHint: 'The year in which the group was chosen.',
		makeButton: 'Make the group',
		change: 'Change the members',
		changeOf: (name) => `Change the members: ${name}`,
		changeYear: 'Year of the grouping',
		changeYearHint: 'The year in which these municipalities were chosen.',
		changeMembersHint: 'One municipality a line. Add or take away.',
		changeThen:
			'Values that are there already are those of the old members. They stay, and are marked as such until they are fetched anew. Submitted and approved sections do not change.',
		changeSource: (id) =>
			`The group is from Kolada (${id}). With other members we take the mean ourselves, and the next fetch says that the source has others.`,
		changeSave: 'Save the members',
		changed: (name) => `${name}: the members are changed.`,
		changedThen: 'The values are those of the old ones until you fetch anew.',
		unknownMembers: (names) => `Not in Kolada: ${names}.`,
		done: 'The group is added.'
	},
	drift: {
		title: 'Differs from locked sections',
		lede: 'The sections do not change. If they are to have today’s value, they must be opened again.'
	}
};
