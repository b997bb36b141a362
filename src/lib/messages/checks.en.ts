import type { FindingCode, FindingParams } from '#core/checks.ts';
import { isPeriod, periodLabel, UNKNOWN_PERIOD } from '#core/period.ts';

type Words = (p: FindingParams) => string;
const of = (p: FindingParams, name: string): string => p[name] ?? '';
const when = (p: FindingParams, name: string): string =>
	isPeriod(of(p, name)) ? periodLabel(of(p, name), 'en') : of(p, name);
const some = (p: FindingParams, name: string): string =>
	of(p, 'what') === '' ? `The number ${of(p, name)}` : `${of(p, name)} ${of(p, 'what')}`;

const says: Record<FindingCode, Words> = {
	smallCount: (p) => `${some(p, 'count')}: so few that somebody may be recognised.`,
	maybeSmallCount: (p) =>
		`${some(p, 'count')}: few. If these are children, somebody may be recognised.`,
	smallRest: (p) => `${of(p, 'part')} of ${of(p, 'whole')} points out the other ${of(p, 'rest')}.`,
	smallBase: (p) => `The share is of only ${of(p, 'base')} ${of(p, 'what')}`.trim() + '.',
	shareIsSmall: (p) =>
		`${of(p, 'share')} per cent of ${of(p, 'base')} means that ${of(p, 'count')} are pointed out.`,
	hiddenFollows: (p) => `The hidden number follows from the total: it is ${of(p, 'count')}.`,
	wholeGroup: (p) => `${of(p, 'share')} per cent of a small group says something of each child.`,
	fewAndSensitive: (p) => `This is sensitive and is about only ${of(p, 'count')}.`,
	sumDiffers: (p) => `The parts make ${of(p, 'sum')} but the total is ${of(p, 'total')}.`,
	partOverTotal: (p) =>
		`The known parts make ${of(p, 'sum')}, more than the total ${of(p, 'total')}.`,
	meanOutside: (p) =>
		`The value for all, ${of(p, 'mean')}, is not between the groups’ lowest ${of(p, 'low')} and highest ${of(p, 'high')}.`,
	sharesNotWhole: (p) => `The shares make ${of(p, 'sum')} per cent together.`,
	shareDiffers: (p) =>
		`${of(p, 'count')} of ${of(p, 'base')} is ${of(p, 'right')} per cent, but here it says ${of(p, 'share')}.`,
	twoValues: (p) =>
		`The same figure for ${when(p, 'period')} has two values: ${of(p, 'written')} here and ${of(p, 'other')} elsewhere.`,
	decimalPoint: (p) =>
		of(p, 'beside') === ''
			? `${of(p, 'written')} is written with a decimal point.`
			: `${of(p, 'written')} is written with a decimal point, but ${of(p, 'beside')} with a comma.`,
	percentTight: (p) => `${of(p, 'written')} lacks the space before the per cent sign.`,
	hyphenMinus: (p) => `${of(p, 'written')} is written with a hyphen and not with a minus sign.`,
	thousands: (p) => `${of(p, 'written')} is hard to read without spaces between the thousands.`,
	pointsOfRatio: (p) =>
		`${of(p, 'written')}: percentage points are the difference of two shares, and this is no share.`,
	directionContradicts: (p) =>
		of(p, 'wished') === 'high'
			? `A high number is said to be desirable${of(p, 'value') === '' ? '' : ` (${of(p, 'value')})`}, but here a low one is good for children.`
			: `A low number is said to be desirable${of(p, 'value') === '' ? '' : ` (${of(p, 'value')})`}, but here a high one is good for children.`,
	otherYear: (p) =>
		of(p, 'own') === UNKNOWN_PERIOD
			? `It is not said which year the municipality’s number is of. The comparison is of ${when(p, 'other')}.`
			: `The municipality’s number is of ${when(p, 'own')}, the comparison of ${when(p, 'other')}.`,
	unexplained: (p) => `The abbreviation ${of(p, 'written')} is not explained.`,
	spelledTwoWays: (p) => `The same abbreviation is spelt in several ways: ${of(p, 'all')}.`,
	altMissing: () => 'The picture has no text alternative.',
	altSaysNothing: (p) =>
		`The text alternative “${of(p, 'written')}” does not say what the picture shows.`,
	linkEmpty: () => 'A link has no text.',
	linkSaysNothing: (p) => `The link text “${of(p, 'written')}” does not say where the link leads.`,
	linkIsAddress: () => 'The link text is a web address, which is read aloud letter by letter.',
	headingOrder: () => 'The subheading stands under no heading.',
	headingEmpty: () => 'A heading is empty.',
	tableWithoutHeader: () => 'The table has no header row.',
	personalNumber: (p) => `${of(p, 'written')} is a personal or coordination number.`,
	maybePersonalNumber: (p) =>
		`${of(p, 'written')} looks like a personal number, but its check digit does not agree.`,
	telephone: (p) => `${of(p, 'written')} looks like a person’s telephone number.`,
	personalEmail: (p) => `${of(p, 'written')} looks like a person’s e-mail address.`,
	measureWithoutStatus: (p) =>
		of(p, 'count') === '1'
			? '1 measure has no status.'
			: `${of(p, 'count')} measures have no status.`,
	areaWithoutMeasure: (p) => `${of(p, 'count')} of ${of(p, 'total')} areas have no measures.`,
	areaWithoutDepartment: (p) =>
		`${of(p, 'count')} of ${of(p, 'total')} areas have no department and nobody responsible.`,
	areaDroppedWhileBegun: () => 'The area has been started but is not in the plan.',
	lineageUnconfirmed: (p) =>
		`Nobody has confirmed the way of ${of(p, 'count')} of ${of(p, 'total')} areas.`,
	resultWithoutMeasure: () => 'The result refers to a measure that has been removed.',
	signNotPrinted: (p) => `The font of PDF and Word lacks ${of(p, 'signs')}.`,
	tooManyColumns: (p) =>
		`The table has ${of(p, 'columns')} columns, but a page holds ${of(p, 'most')} at most.`
};

const todo: Record<FindingCode, Words> = {
	smallCount: () => 'Join it with another group, or write “fewer than five”.',
	maybeSmallCount: () => 'Join it with another group if it counts children.',
	smallRest: () => 'Describe it in words, or join it with a larger group.',
	smallBase: () => 'Remove the share, or report a larger group.',
	shareIsSmall: () => 'Remove the share or the count, or report a larger group.',
	hiddenFollows: () => 'Hide another number in the same row and column too, or remove the total.',
	wholeGroup: () =>
		'Consider whether it may harm any of the children; if so, report a larger group.',
	fewAndSensitive: () =>
		'Consider whether anybody may be recognised; if so, report a larger group.',
	sumDiffers: () =>
		'Correct a part or the total. If the numbers are rounded, say so in the caption.',
	partOverTotal: () => 'Correct a part or the total.',
	meanOutside: () => 'Make sure that the numbers are of the same thing and the same year.',
	sharesNotWhole: () => 'Correct a share, or write why they do not make a hundred.',
	shareDiffers: () => 'Correct the share or the numbers.',
	twoValues: () => 'Find out which is right and write it in both places.',
	decimalPoint: (p) => `Write ${of(p, 'right')}.`,
	percentTight: (p) => `Write ${of(p, 'right')}, with a no-break space.`,
	hyphenMinus: (p) => `Write ${of(p, 'right')}.`,
	thousands: (p) => `Write ${of(p, 'right')}.`,
	pointsOfRatio: (p) =>
		of(p, 'unit') === ''
			? 'Write the difference without a unit.'
			: `Write the difference without a unit. The indicator is measured in ${of(p, 'unit')}.`,
	directionContradicts: () => 'Check the unit, then change the wished direction or the text.',
	otherYear: () => 'Compare with the same year, or say plainly that the years differ.',
	unexplained: () => 'Write the words out the first time, or add it to the list of abbreviations.',
	spelledTwoWays: (p) => `Write ${of(p, 'right')} everywhere.`,
	altMissing: () => 'Write what the picture shows.',
	altSaysNothing: () => 'Write what the picture shows for who does not see it.',
	linkEmpty: () => 'Write where the link leads, or remove it.',
	linkSaysNothing: () => 'Write where the link leads.',
	linkIsAddress: () => 'Write the name of the page instead.',
	headingOrder: () => 'Make it a heading, or put a heading before it.',
	headingEmpty: () => 'Write the heading, or remove the line.',
	tableWithoutHeader: () => 'Make the first row a header row.',
	personalNumber: () => 'Remove the number.',
	maybePersonalNumber: () => 'Remove the number if it is a person’s.',
	telephone: () => 'Give the number of the switchboard or contact centre instead.',
	personalEmail: () => 'Give a shared address instead.',
	measureWithoutStatus: () => 'Choose a status. If you do not know how it went, choose unknown.',
	areaWithoutMeasure: () => 'Write what is to be done.',
	areaWithoutDepartment: () => 'Choose which department is to do it, or write who is responsible.',
	areaDroppedWhileBegun: () =>
		'Write in the comment why the work ends, or take the area into the plan.',
	lineageUnconfirmed: () =>
		'Confirm where the areas went, and which are new, on the page The way of the promises.',
	resultWithoutMeasure: () => 'Choose the measures that the result follows from.',
	signNotPrinted: () => 'Take the sign away, or write it in words.',
	tooManyColumns: () => 'Divide the table, or let rows and columns change places.'
};

export const checks = {
	says,
	todo,
	title: 'Checks',
	lede: 'This is what the system finds in the sections. Read them yourself as well: it does not see everything, and it may be mistaken.',
	none: (n: number) =>
		`${n} ${n === 1 ? 'section has' : 'sections have'} been checked. There is nothing to remark on.`,
	severity: { blocking: 'Hinders', advice: 'Worth a look' },
	counts: (hinders: number, advice: number) =>
		[
			...(hinders > 0 ? [`${hinders} ${hinders === 1 ? 'hindrance' : 'hindrances'}`] : []),
			...(advice > 0 ? [`${advice} worth a look`] : [])
		].join(', '),
	hindersThen:
		'What hinders must be put right before the section can be submitted. A coordinator may accept it with a reason.',
	overridden: (by: string) => `Accepted by ${by}`,
	override: 'Accept anyway',
	overrideOf: (excerpt: string) => `: ${excerpt}`,
	reason: 'Reason',
	reasonHint: 'The reason is kept with your name. It holds until the content changes.',
	send: 'Accept'
};
