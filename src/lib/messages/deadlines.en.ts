import type { deadlines as sv } from './deadlines.sv.ts';

export const deadlines: typeof sv = {
	left: (days) =>
		days === 0
			? 'today'
			: days === 1
				? 'tomorrow'
				: days > 1
					? `in ${days} days`
					: days === -1
						? '1 day late'
						: `${-days} days late`,
	deadline: 'Deadline',
	by: (day) => `Deadline ${day}`,
	none: 'None',
	late: 'Late',
	lateCount: (n) => (n === 1 ? '1 section is late' : `${n} sections are late`),
	order: 'Order',
	byChapter: 'By chapter',
	byDay: 'By deadline',
	change: 'Change deadlines',
	saved: 'The deadlines are saved.',
	title: 'Deadlines',
	lede: 'Until the end of that day a section can be submitted without being late. Who is to submit it is reminded three days before, and when the day has passed.',
	forReport: 'For the whole report',
	forReportHint: 'Holds for every required section without a day of its own.',
	own: 'Days of their own',
	ownHint:
		'Leave empty where the report’s day holds. An optional section has only the day it gets here.',
	dayOf: (section) => `Own deadline of ${section}`
};
