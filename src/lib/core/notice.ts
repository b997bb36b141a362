/** What a person is told of, without having asked. */
export const NOTICE_KINDS = [
	'mention', // named in a comment
	'comment', // in a thread that they take part in, or of a section that they write
	'suggestion', // a change proposed in a section that they write
	'suggestionDecided', // what became of theirs
	'submitted', // to who coordinates
	'approved',
	'returned',
	'reopened',
	'late', // something met a lock; to who coordinates
	'lateDecided', // what became of theirs
	'due', // their section is to be submitted within days
	'overdue',
	'preview', // a report to be read before its decision
	'published'
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How a person hears of a kind: in the app and by mail, in the app alone, or not at all. */
export const NOTICE_WAYS = ['mail', 'inApp', 'off'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** What nobody has chosen: a mail for what waits for the person, the app for what can wait. */
export const DEFAULT_WAY: Record<NoticeKind, NoticeWay> = {
	mention: 'mail',
	comment: 'inApp',
	suggestion: 'inApp',
	suggestionDecided: 'inApp',
	submitted: 'mail',
	approved: 'inApp',
	returned: 'mail',
	reopened: 'mail',
	late: 'inApp',
	lateDecided: 'inApp',
	due: 'mail',
	overdue: 'mail',
	preview: 'mail',
	published: 'inApp'
};
