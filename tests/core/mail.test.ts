import { isMailTime, MOST_ATTEMPTS, waitAfter } from '#core/mail.ts';
import { mailOf, type MailLine } from '#core/mail-words.ts';
import { NOTICE_KINDS } from '#core/notice.ts';
import { expect, test } from 'vitest';

const line = (more: Partial<MailLine> = {}): MailLine => ({
	kind: 'mention',
	report: 'Barnbokslut 2023',
	section: { number: '3.1', title: 'Ekonomi' },
	decided: null,
	who: 'Sara Ekdal',
	at: Date.UTC(2026, 1, 3, 9),
	times: 1,
	day: '',
	noticeId: 'n1',
	...more
});
const mail = (lines: MailLine[]) =>
	mailOf({ name: 'Eva Ek', municipality: 'Exempelkommun', origin: 'https://b.example', lines });

test('[N3] mails are made between six and twenty by Stockholm’s clock, summer and winter', () => {
	const at = (iso: string) => isMailTime(Date.parse(iso));
	expect([at('2026-02-03T04:59:59Z'), at('2026-02-03T05:00:00Z')]).toEqual([false, true]);
	expect([at('2026-02-03T18:59:59Z'), at('2026-02-03T19:00:00Z')]).toEqual([true, false]);
	expect([at('2026-07-03T03:59:59Z'), at('2026-07-03T04:00:00Z')]).toEqual([false, true]);
	expect([at('2026-07-03T17:59:59Z'), at('2026-07-03T18:00:00Z')]).toEqual([true, false]);
});

test('[N3] waits between attempts grow from a minute to six hours, and end after two days', () => {
	const waits = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, n) => waitAfter(n + 1));
	expect(waits[0]).toBe(60_000);
	expect(waits).toEqual(waits.toSorted((a, b) => a - b));
	expect(waits.at(-1)).toBe(6 * 60 * 60_000);
	const days = waits.reduce((sum, wait) => sum + wait, 0) / (24 * 60 * 60_000);
	expect(days).toBeGreaterThan(1.9);
	expect(days).toBeLessThan(2.1);
});

test('[N3] every kind has its words, with who, where and the day', () => {
	const subjects = NOTICE_KINDS.map((kind) => mail([line({ kind, day: '2026-03-31' })]).subject);
	expect(new Set(subjects).size).toBe(NOTICE_KINDS.length);
	for (const [n, subject] of subjects.entries()) {
		const isClocks = NOTICE_KINDS[n] === 'due' || NOTICE_KINDS[n] === 'overdue';
		expect(subject).toMatch(isClocks ? /senast 31\u00a0mars 2026$/ : /Sara Ekdal/);
		expect(subject).toContain('avsnitt 3.1 Ekonomi');
	}
	const settled = (decided: MailLine['decided']) =>
		mail([line({ kind: 'suggestionDecided', decided })]).subject;
	expect(settled('accepted')).toMatch(/Sara Ekdal tog in ditt förslag i avsnitt 3\.1/);
	expect(settled('declined')).toMatch(/Sara Ekdal avböjde ditt förslag i avsnitt 3\.1/);
});

test('[N3] reports stand one after the other; a long list and a long title are cut', () => {
	const two = mail([
		line({ noticeId: 'a' }),
		line({ report: 'Nämndens', noticeId: 'b' }),
		line({ noticeId: 'c' })
	]);
	expect(
		[...two.text.matchAll(/^(?:Barn\S+ 2023|Nämndens)$|notices\/[abc]$/gm)].map(String)
	).toEqual(['Barnbokslut 2023', 'notices/a', 'notices/c', 'Nämndens', 'notices/b']);
	const many = mail(Array.from({ length: 500 }, (_, n) => line({ noticeId: `x${n}` })));
	expect(many.subject).toBe('Barnbokslut: 500 meddelanden');
	expect([...many.text.matchAll(/notices\/x\d+$/gm)]).toHaveLength(40);
	expect(many.text).toContain('Och 460 till: https://b.example/notices\n');
	const title = 'Ekonomi '.repeat(60);
	const { subject } = mail([line({ section: { number: '3.1', title } })]);
	expect(subject.length).toBeLessThanOrEqual(120);
	expect(subject).toMatch(/Ekon…$/);
});
