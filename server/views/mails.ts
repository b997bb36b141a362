import { MAIL_STATES, type MailState } from '#core/mail.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import { countMails, countNoticesToMail, listMails } from '#server/store/mail.ts';
import type { View } from './index.ts';
import { listPage, type ListPage } from './list-page.ts';

/** Mails of one page: each has its addressees and what became of it. */
const MAILS_A_PAGE = 25;

export type MailOnPage = {
	id: string;
	/** The reader's name and the address at that time. */
	name: string;
	to: string;
	subject: string;
	text: string;
	state: MailState;
	/** Milliseconds since 1970. */
	createdAt: number;
	sentAt: number | null;
	/** When a waiting mail is tried next. */
	nextAt: number | null;
	attempts: number;
	/** What the mail server said last, in its own words; null for nothing. */
	error: string | null;
};

export type MailsPage = ListPage & {
	counts: Record<MailState, number>;
	/** Notices that wait for their mail. */
	noticesWaiting: number;
	mails: MailOnPage[];
};

/** The municipality's mails, for those who manage its people; of one state when given. */
export const mails: View<{ state: MailState | null; page: number }, MailsPage> = async (
	tx,
	actor,
	params
) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'people.manage', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const counted = await countMails(tx, municipalityId);
	const counts = { waiting: 0, sent: 0, kept: 0, failed: 0, ...Object.fromEntries(counted) };
	const states: readonly MailState[] = params.state === null ? MAIL_STATES : [params.state];
	const total = states.reduce((sum, state) => sum + counts[state], 0);
	const { page, pages, ...part } = listPage(params.page, total, MAILS_A_PAGE);
	const rows = await listMails(tx, municipalityId, states, part);
	return ok({
		counts,
		noticesWaiting: await countNoticesToMail(tx, municipalityId),
		mails: rows.map(({ municipalityId: _m, personId: _p, notBefore, ...mail }) => ({
			...mail,
			nextAt: mail.state === 'waiting' ? notBefore : null
		})),
		page,
		pages
	});
};
