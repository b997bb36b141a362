import type { ReadSection } from './checked.ts';
import type { Finding, FindingCode, FindingParams } from './finding.ts';
import { startsUpper } from './number-role.ts';
import { BASE, FEW, HAIR, isSmall, rounding, written } from './numbers-in-words.ts';
import { inText, type Passage } from './passage.ts';
import { countedAt, isSensitive, NUMBER_WORDS } from './people-words.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** C2 in sentences: few children, few of many, all but few, and shares of a number that is told. */

/** "3 av 4", "9 av 10": how shares are said in words, of whatever size the group is. */
const IDIOMS = new Set([2, 3, 4, 5, 10, 100, 1000]);
/** Before a number these make a rule or a size of group, not a count of anybody. */
const RULES = new Set(['minst', 'högst', 'max', 'maximalt', 'om', 'per', 'med', 'cirka', 'första']);

type Count = { n: number; at: number; noun: number; spelled: boolean };

/** The counts of people in a sentence. */
function countsIn(tokens: Token[]): Count[] {
	const counts: Count[] = [];
	for (const [at, token] of tokens.entries()) {
		const spelled = token.kind === 'word' ? NUMBER_WORDS.get(token.lower) : undefined;
		const plain = token.number?.role === 'plain' && token.number.percent === '';
		const n = spelled ?? (plain ? (token.number?.value ?? Number.NaN) : Number.NaN);
		if (!Number.isInteger(n)) continue;
		const noun = countedAt(tokens, at);
		if (noun < 0) continue;
		const after = tokens[noun + 1]?.lower ?? '';
		if (after === 'per' || after === '/') continue;
		counts.push({ n, at, noun, spelled: spelled !== undefined });
	}
	return counts;
}

const numberAt = (token: Token | undefined): number => {
	if (token?.kind === 'word') return NUMBER_WORDS.get(token.lower) ?? Number.NaN;
	const number = token?.number;
	return number?.role === 'plain' && number.percent === '' ? number.value : Number.NaN;
};

function inSentence(section: ReadSection, passage: Passage, sentence: Sentence): Finding[] {
	const found: Finding[] = [];
	const { tokens } = sentence;
	const say = (code: FindingCode, from: Token, to: Token, params: FindingParams) => {
		found.push(inText(code, section.sectionId, passage, [from, to], params));
	};
	const counts = countsIn(tokens);
	if (counts.length === 0) return found;
	const sensitive = tokens.some((t) => t.kind === 'word' && isSensitive(t.lower));
	const shares = [...tokens.entries()]
		.filter(([at, t]) => t.number?.role === 'plain' && t.number.percent && !isThreshold(tokens, at))
		.map(([, token]) => token);
	let toldOf = -1;

	for (const count of counts) {
		const first = tokens[count.at];
		const noun = tokens[count.noun];
		if (!first || !noun) continue;
		const before = tokens[count.at - 1]?.lower ?? '';
		const part = numberAt(tokens[count.at - 2]);
		// "24 av 26 elever", "24 av de 26 eleverna": the noun belongs to the whole.
		if (before === 'av' && Number.isInteger(part)) {
			const start = tokens[count.at - 2];
			if (!start || IDIOMS.has(count.n) || part > count.n) continue;
			if (passage.quoted) continue;
			const params = { part: written(part), whole: written(count.n), what: noun.text };
			if (isSmall(part)) say('smallCount', start, noun, { count: written(part), what: noun.text });
			else if (isSmall(count.n - part))
				say('smallRest', start, noun, { ...params, rest: written(count.n - part) });
			else if (count.n < BASE)
				say('smallBase', start, noun, { base: params.whole, what: params.what });
			continue;
		}
		if (passage.quoted) continue;
		const rule = RULES.has(before) || (before === 'de' && tokens[count.at - 2]?.lower === 'av');
		if (isSmall(count.n)) {
			if (rule && before !== 'de') continue;
			if (sensitive) say('smallCount', first, noun, { count: written(count.n), what: noun.text });
			else if (!count.spelled && count.n > 1 && shares.length === 0)
				say('maybeSmallCount', first, noun, { count: written(count.n), what: noun.text });
		} else if (
			!count.spelled &&
			sensitive &&
			count.n > 4 &&
			count.n < FEW &&
			!rule &&
			shares.length === 0
		)
			say('fewAndSensitive', first, noun, { count: written(count.n), what: noun.text });
		toldOf = count.at;
		// "12 ungdomar, varav 10 pojkar": the rest is told as well.
		const clause = [1, 2, 3, 4, 5].find((i) =>
			/^(?:varav|därav)$/.test(tokens[count.noun + i]?.lower ?? '')
		);
		const last = clause === undefined ? undefined : tokens[count.noun + clause + 1];
		const within = numberAt(last);
		if (last && Number.isInteger(within) && within < count.n && isSmall(count.n - within))
			say('smallRest', first, last, {
				part: written(within),
				whole: written(count.n),
				rest: written(count.n - within),
				what: noun.text
			});
	}

	// "alla utom två": those few are pointed out, when it is told of whom.
	const but = passage.quoted ? -1 : tokens.findIndex((t) => t.lower === 'utom');
	const few = tokens[but + 1];
	const left = but > 0 && tokens[but - 1]?.lower === 'alla' ? numberAt(few) : Number.NaN;
	const group = counts[0];
	if (group && few && isSmall(left) && group.n > left)
		say('smallRest', few, few, {
			part: written(group.n - left),
			whole: written(group.n),
			rest: written(left),
			what: tokens[group.noun]?.text ?? ''
		});

	// Shares of a number in the same sentence. With more than one number it is not sure of which.
	const base = counts.length === 1 && toldOf >= 0 ? counts[0] : undefined;
	if (!base || passage.quoted || (base.spelled && isSmall(base.n))) return found;
	const what = tokens[base.noun]?.text ?? '';
	const told = new Set<number>();
	for (const share of shares) {
		const percent = share.number?.value ?? 0;
		const decimals = share.number?.decimals ?? 0;
		if (percent > 100 || told.has(percent)) continue;
		told.add(percent);
		const count = Math.round((percent * base.n) / 100);
		// What does not come out as a whole number is a share of something else.
		if (Math.abs((count / base.n) * 100 - percent) > rounding(decimals) + HAIR) continue;
		const params = { share: written(percent, decimals), base: written(base.n), what };
		if (base.n < BASE) say('smallBase', share, share, { base: params.base, what });
		else if (base.n < FEW && (count === 0 || count === base.n))
			say('wholeGroup', share, share, params);
		else if (isSmall(count) || isSmall(base.n - count))
			say('shareIsSmall', share, share, {
				...params,
				count: written(isSmall(count) ? count : base.n - count)
			});
	}
	return found;
}

/** "mer än 25 % av skoltiden" is no share of those who are counted. */
function isThreshold(tokens: Token[], at: number): boolean {
	const before = tokens[at - 1]?.lower ?? '';
	const two = `${tokens[at - 2]?.lower ?? ''} ${before}`;
	if (['>', '<', 'över', 'under', 'minst', 'högst'].includes(before)) return true;
	if (two === 'mer än' || two === 'mindre än') return true;
	const after = tokens.slice(at + 1, at + 4).map((t) => t.lower);
	return after.some((word) =>
		/^(?:skoltiden|tiden|tjänst|heltid|sysselsättning|rabatt)/.test(word)
	);
}

/** Schools that are a kind of school, and not one. */
const KINDS_OF_SCHOOL = new Set(
	'skolan förskolan grundskolan gymnasieskolan kulturskolan musikskolan särskolan friskolan högskolan'.split(
		' '
	)
);

const isOneSchool = (token: Token, before: Token | undefined): boolean => {
	if (token.lower === 'skola')
		return startsUpper(before) || /^(?:liten|lilla|mindre)$/.test(before?.lower ?? '');
	return token.lower.endsWith('skolan') && startsUpper(token) && !KINDS_OF_SCHOOL.has(token.lower);
};

/** "100 % på Åsens skola": something is told of each child there. */
function wholeSchools(section: ReadSection, passage: Passage, sentence: Sentence): Finding[] {
	const { tokens } = sentence;
	const wholes = tokens.filter(
		(t) =>
			t.number?.role === 'plain' &&
			t.number.percent !== '' &&
			(t.number.value === 100 || t.number.value === 0)
	);
	if (wholes.length === 0 || passage.quoted) return [];
	const school = tokens.find((t, i) => t.kind === 'word' && isOneSchool(t, tokens[i - 1]));
	if (!school) return [];
	return wholes.map((t) => {
		const params = { share: written(t.number?.value ?? 0), base: '', what: school.text };
		return inText('wholeGroup', section.sectionId, passage, [t, t], params);
	});
}

/** Small groups in the running text of a section (C2). Cells that are a mere number are the tables'. */
export function smallInText(section: ReadSection): Finding[] {
	return section.passages
		.filter((p) => p.table === null || p.tokens.length > 5)
		.flatMap((passage) =>
			passage.sentences.flatMap((sentence) => {
				const found = inSentence(section, passage, sentence);
				const whole = found.some((f) => f.code === 'wholeGroup');
				return whole ? found : [...found, ...wholeSchools(section, passage, sentence)];
			})
		);
}
