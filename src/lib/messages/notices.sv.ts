import type { NoticeKind, NoticeWay } from '#core/notice.ts';

/** What a line tells: who did it, how many notices it stands for, and what `kind` needs beside. */
export type Told = {
	by: string[];
	count: number;
	decided: 'accepted' | 'declined' | null;
	/** A day in words. */
	day: string;
	/** Number of an edition. */
	edition: number;
};

/** "Sara Ekdal", "Sara Ekdal och Elias Forsgård", "Sara Ekdal och 2 till". */
const who = ([first = 'Någon', second, ...more]: string[]): string =>
	second === undefined
		? first
		: more.length === 0
			? `${first} och ${second}`
			: `${first} och ${more.length + 1} till`;

export const notices = {
	title: 'Meddelanden',
	none: 'Du har inga meddelanden.',
	unread: 'Oläst',
	unreadCount: (n: number) => (n === 1 ? '1 oläst' : `${n} olästa`),
	readAll: 'Markera alla som lästa',
	settings: 'Välj vad du får veta',
	told: {
		mention: ({ by, count }: Told) =>
			count === 1
				? `${who(by)} nämnde dig i en kommentar`
				: `Du är nämnd i ${count} kommentarer av ${who(by)}`,
		comment: ({ by, count }: Told) =>
			count === 1 ? `Ny kommentar av ${who(by)}` : `${count} nya kommentarer av ${who(by)}`,
		suggestion: ({ by, count }: Told) =>
			count === 1 ? `${who(by)} föreslog en ändring` : `${count} nya förslag av ${who(by)}`,
		suggestionDecided: ({ by, count, decided }: Told) =>
			count > 1
				? `${count} av dina förslag är avgjorda`
				: decided === 'accepted'
					? `${who(by)} tog in ditt förslag`
					: decided === 'declined'
						? `${who(by)} avböjde ditt förslag`
						: 'Ditt förslag är avgjort',
		submitted: ({ by }: Told) => `${who(by)} skickade in för godkännande`,
		approved: ({ by }: Told) => `${who(by)} godkände`,
		returned: ({ by }: Told) => `${who(by)} återlämnade`,
		reopened: ({ by }: Told) => `${who(by)} öppnade igen`,
		late: ({ by, count }: Told) =>
			count === 1
				? `En ändring av ${who(by)} kom för sent`
				: `${count} ändringar av ${who(by)} kom för sent`,
		lateDecided: ({ by, count, decided }: Told) =>
			count > 1
				? `${count} av dina ändringar som kom för sent är avgjorda`
				: decided === 'accepted'
					? `${who(by)} tog in din ändring som kom för sent`
					: decided === 'declined'
						? `${who(by)} avböjde din ändring som kom för sent`
						: 'Din ändring som kom för sent är avgjord',
		due: ({ day }: Told) => `Ska skickas in senast ${day}`,
		overdue: ({ day }: Told) => `Skulle ha skickats in senast ${day}`,
		preview: ({ by }: Told) => `${who(by)} vill att du läser rapporten före beslutet`,
		published: ({ by, edition }: Told) => `${who(by)} publicerade utgåva ${edition}`
	} satisfies Record<NoticeKind, (told: Told) => string>,
	choose: {
		title: 'Vad du får veta',
		lede: 'Välj hur du vill höra om varje sak. Mejl samlas ihop, så att du inte får ett för varje. Ett mejl berättar att något har hänt och var, men aldrig vad som står i texten.',
		kind: 'Händelse',
		way: { mail: 'Mejl', inApp: 'Bara här', off: 'Inte alls' } satisfies Record<NoticeWay, string>,
		wayHint: 'Det som mejlas finns också här.',
		saved: 'Ditt val är sparat.',
		back: 'Till meddelandena',
		kinds: {
			mention: 'Någon nämner dig i en kommentar',
			comment: 'Kommentarer i dina avsnitt och i trådar du är med i',
			suggestion: 'Förslag till ändringar i dina avsnitt',
			suggestionDecided: 'Vad som blev av dina förslag',
			submitted: 'Ett avsnitt är inskickat för godkännande',
			approved: 'Ditt avsnitt är godkänt',
			returned: 'Ditt avsnitt är återlämnat',
			reopened: 'Ditt avsnitt är öppnat igen',
			late: 'En ändring kom för sent',
			lateDecided: 'Vad som blev av din ändring som kom för sent',
			due: 'Ditt avsnitts sista dag är nära',
			overdue: 'Ditt avsnitt är försenat',
			preview: 'En rapport att läsa före beslutet',
			published: 'En rapport är publicerad'
		} satisfies Record<NoticeKind, string>
	}
};
