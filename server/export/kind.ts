import { longDate } from '#core/format.ts';
import type { EditionModel } from '#core/publication.ts';
import type { ReportKind } from '#core/report-kind.ts';
import { kindsTexts } from '#messages/kinds.ts';
import { LANG } from './words.ts';

/** What makes an edition of one kind look other than one of another. */

export const k = kindsTexts(LANG);

/** The kind of an edition; those from before there were others say none. */
export const kindOf = ({ kind = 'barnbokslut' }: Pick<EditionModel, 'kind'>): ReportKind => kind;

/**
 * Whether the edition answers "Har barnen fått det bättre?". A barnbokslut always does, if only to say
 * that it has no figures; another kind where somebody has put a summary of indicators into it.
 */
export const isAsked = (model: EditionModel): boolean =>
	kindOf(model) === 'barnbokslut' ||
	model.sections.some(({ content }) => content.counted.length > 0);

/** The section whose first words tell the most, for who reads one page. */
export const essenceKey = (model: EditionModel): string =>
	({ barnbokslut: 'summary', review: 'conclusions', interpellationReply: 'answer' })[kindOf(model)];

/** A page or two: the text begins right below its title, without a cover and a table of contents. */
export const isShort = (model: EditionModel): boolean => kindOf(model) === 'interpellationReply';

/** What a report of its kind says of itself, for the title page; dates in words. */
export function kindFacts(model: EditionModel): [name: string, value: string][] {
	const { meta = {} } = model;
	const date = (iso: string | undefined) => (iso ? longDate(iso, LANG) : '');
	const facts: Record<ReportKind, [string, string][]> = {
		barnbokslut: [],
		review: [
			[k.field.documentType, meta.documentType ?? ''],
			[k.field.preparedBy, meta.preparedBy ?? ''],
			[k.field.date, date(meta.date)],
			[k.field.version, meta.version ?? ''],
			[k.field.commissionedBy, meta.commissionedBy ?? '']
		],
		interpellationReply: [
			[k.interpellation, meta.number ?? ''],
			[k.askedBy, k.member(meta.asker ?? '', meta.party ?? '')],
			[k.answeredBy, k.person(meta.answeredBy ?? '', meta.answererTitle ?? '')],
			[k.meeting, date(meta.meetingDate)]
		]
	};
	return facts[kindOf(model)].filter(([, value]) => value !== '');
}

/** What stands in the head of every page of paper; `pages` asks for its number there, and not at the foot. */
export function runningOf(
	model: EditionModel,
	sender: string
): { left: string; right: string; pages?: true } {
	switch (kindOf(model)) {
		case 'barnbokslut':
			return { left: sender, right: model.title };
		case 'review':
			return {
				left: k.running(model.meta?.documentType ?? '', model.title),
				right: '',
				pages: true
			};
		case 'interpellationReply':
			return { left: model.title, right: '' };
	}
}
