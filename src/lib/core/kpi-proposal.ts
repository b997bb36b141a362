import { lowerFirst, NBSP, upperFirst } from './format.ts';
import type { WishedDirection } from './indicator.ts';

/**
 * Kolada says neither unit nor wished direction; both stand, at best, in the title. What is read out of
 * it here is a proposal, which a person confirms or corrects before anything is stored.
 */

/** Whom a measure counts, where its title says so. The same measure exists in several of them. */
export type KpiVariant = 'home' | 'located' | 'municipal' | 'independent';

export type KpiProposal = {
	/** A heading. */
	title: string;
	/** The beginning of a sentence. */
	subject: string;
	unit: string;
	decimals: 0 | 1;
	/** `none` where the title does not make it evident. */
	wishedDirection: WishedDirection;
	/** Differences below it, in the unit, count as none; 0 where the size of the numbers is not known. */
	tolerance: number;
	variant: KpiVariant | null;
	/** The last year of a measure that has ended; null for those that go on. */
	ended: number | null;
};

const VARIANTS: [RegExp, KpiVariant, words: string][] = [
	[/,\s*hemkommun$/i, 'home', 'folkbokförda i kommunen'],
	[/,\s*lägeskommun$/i, 'located', 'verksamhet i kommunen'],
	[/,\s*kommunala skolor$/i, 'municipal', 'kommunala skolor'],
	[/,\s*kommunal regi$/i, 'municipal', 'kommunal regi'],
	[/,\s*fristående skolor$/i, 'independent', 'fristående skolor'],
	[/,\s*enskild regi$/i, 'independent', 'enskild regi']
];

/** What is evidently bad for children, and what evidently good. Asked in this order. */
const LOW =
	/ekonomiskt bistånd|låg ekonomisk standard|sjuk- eller aktivitetsersättning|trångbodd|frånvaro|\bbarn(?: per |\/)(?:årsarbetare|lärare|pedagog|anställd)/i;
const HIGH =
	/\bbehöriga till\b|uppnått (?:betygskriterierna|kunskapskraven)|med examen\b|\btrygga? i skolan|andel(?:en)? .*med förskollärarlegitimation/i;

/** What a proposal is read from: a title as Kolada has it. */
export function kpiProposal(koladaTitle: string): KpiProposal {
	const whole = typeset(koladaTitle);
	const { text: running, ended } = withoutEnd(whole);
	const { text: measured, unit, decimals } = withoutUnit(running);
	const { text, variant, words } = withoutVariant(measured);
	const place = words === '' ? '' : ` (${words})`;
	return {
		title: upperFirst(variant === null ? text : `${text}, ${words}`),
		subject: upperFirst(subjectOf(text, unit)) + place,
		unit,
		decimals,
		wishedDirection: LOW.test(whole) ? 'low' : HIGH.test(whole) ? 'high' : 'none',
		tolerance: unit === '%' ? 0.5 : decimals === 1 && unit !== '' ? 0.1 : 0,
		variant,
		ended
	};
}

/** One space between words, an en dash between numbers, Swedish quotation marks. */
const typeset = (title: string): string =>
	title
		.normalize('NFC')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/(\d)-(\d)/g, '$1–$2')
		.replace(/"([^"]*)"/g, '”$1”');

/** A measure that has ended bears its last year at the end: `(-2021)`. */
function withoutEnd(title: string): { text: string; ended: number | null } {
	const match = /\s*\([-–]\s?(\d{4})\)$/.exec(title);
	return match
		? { text: title.slice(0, match.index), ended: Number(match[1]) }
		: { text: title, ended: null };
}

type Measured = { text: string; unit: string; decimals: 0 | 1 };

const PER: Record<string, string> = { inv: 'invånare', invånare: 'invånare' };
/** `1000 inv` and `inv 7–20 år` as they are printed after "per". */
const perWhat = (what: string): string =>
	what
		.replace(/^(\d{1,3})(\d{3})\b/, `$1${NBSP}$2`)
		.replace(/\binv\b/, (word) => PER[word] ?? word)
		.trim();

/** The tails that a title can end with, each with what it says. The first that fits counts. */
const TAILS: [RegExp, (match: RegExpExecArray) => Omit<Measured, 'text'>][] = [
	[/,?\s*(?:andel )?\(%\)(?: av .+)?$/i, () => ({ unit: '%', decimals: 1 })],
	[/,?\s*procent$/i, () => ({ unit: '%', decimals: 1 })],
	[/,\s*ja ?= ?1,? nej ?= ?0$/i, () => ({ unit: '', decimals: 0 })],
	[/,\s*antal\/(.+)$/i, ([, what = '']) => ({ unit: `per ${perWhat(what)}`, decimals: 1 })],
	[
		/,\s*(kr|tkr|mnkr)\/(.+)$/i,
		([, money = '', what = '']) => ({ unit: `${money} per ${perWhat(what)}`, decimals: 0 })
	],
	[/,\s*(kr|tkr|mnkr)$/i, ([, money = '']) => ({ unit: money, decimals: 0 })],
	[/,\s*(?:antal )?(dagar|timmar|minuter|år)$/i, ([, time = '']) => ({ unit: time, decimals: 0 })],
	[/,\s*antal$/i, () => ({ unit: 'antal', decimals: 0 })]
];

function withoutUnit(title: string): Measured {
	for (const [tail, read] of TAILS) {
		const match = tail.exec(title);
		if (!match) continue;
		const text = title.slice(0, match.index).replace(/[,\s]+$/, '');
		const measured = { text, ...read(match) };
		// "Inskrivna barn per årsarbetare …, antal": the ratio stands in the words before.
		const ratio = /(\p{L}+) per (\p{L}+)/u.exec(text);
		return measured.unit === 'antal' && ratio
			? { text, unit: `${(ratio[1] ?? '').toLowerCase()} per ${ratio[2] ?? ''}`, decimals: 1 }
			: measured;
	}
	const ratio = /,\s*antal (\p{L}+)\/(\p{L}+)/iu.exec(title);
	if (ratio) return { text: title, unit: `${ratio[1] ?? ''} per ${ratio[2] ?? ''}`, decimals: 1 };
	return { text: title, unit: '', decimals: 1 };
}

function withoutVariant(title: string): {
	text: string;
	variant: KpiVariant | null;
	words: string;
} {
	for (const [tail, variant, words] of VARIANTS) {
		const match = tail.exec(title);
		if (match) return { text: title.slice(0, match.index), variant, words };
	}
	return { text: title, variant: null, words: '' };
}

/** The words that a sentence about the number can begin with. */
function subjectOf(text: string, unit: string): string {
	const asked = /^(.+?): (.+\?) Andel som svarat (.+)$/.exec(text);
	if (asked)
		return `andelen ${lowerFirst(asked[1] ?? '')} som på frågan ”${asked[2] ?? ''}” svarat ${(asked[3] ?? '').replace(/,$/, '')}`;
	const ratio = /,\s*antal (\p{L}+)\/(.+)$/iu.exec(text);
	if (ratio) return `antalet ${ratio[1] ?? ''} per ${ratio[2] ?? ''}`;
	const phrase = lowerFirst(text).replace(/^(invånare),/, '$1');
	if (unit === '%') return `andelen ${phrase.replace(/^andel(?:en)? /i, '')}`;
	if (/^(?:kr|tkr|mnkr)\b/.test(unit)) return text;
	if (/^per /.test(unit)) return `antalet ${phrase} ${unit}`;
	if (unit === 'antal' || / per /.test(unit))
		return `antalet ${phrase.replace(/^antal(?:et)? /i, '')}`;
	return text;
}
