/** Swedish personal numbers (personnummer) and coordination numbers (samordningsnummer). */

export type PersonalNumber = {
	from: number;
	to: number;
	/** Whether the check digit agrees. */
	valid: boolean;
};

/** The last of ten digits makes the sum divisible by ten, where every other is doubled (Luhn). */
export function checkDigitAgrees(ten: string): boolean {
	let sum = 0;
	for (let i = 0; i < ten.length; i += 1) {
		const digit = Number(ten.charAt(i)) * (i % 2 === 0 ? 2 : 1);
		sum += digit > 9 ? digit - 9 : digit;
	}
	return ten.length === 10 && sum % 10 === 0;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Coordination numbers add this to the day. */
const COORDINATION = 60;

/** True for a day that exists, also with 60 added. Without its century 29 February may exist. */
function isDay(year: number | null, month: number, day: number): boolean {
	const real = day > COORDINATION ? day - COORDINATION : day;
	if (month < 1 || month > 12 || real < 1) return false;
	if (month === 2 && real === 29) {
		if (year === null) return true;
		return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	}
	return real <= (DAYS[month - 1] ?? 0);
}

const DIGITS = /\d+/g;

/**
 * The numbers of persons in a text: `ÅÅMMDD-NNNN`, `ÅÅMMDD+NNNN` and `ÅÅÅÅMMDD-NNNN`, also with a
 * dash or space for the hyphen or with nothing. What is part of a longer number is none. Without a
 * hyphen only those whose check digit agrees are told of: ten digits may be anything.
 */
export function personalNumbers(text: string): PersonalNumber[] {
	const found: PersonalNumber[] = [];
	const runs = [...text.matchAll(DIGITS)].map((m) => ({ at: m.index, digits: m[0] }));
	for (const [i, { at, digits }] of runs.entries()) {
		const next = runs[i + 1];
		const gap = next
			? text.slice(at + digits.length, Math.min(next.at, at + digits.length + 2))
			: '';
		const parted =
			next !== undefined && next.at === at + digits.length + 1 && next.digits.length === 4;
		const short = digits.length === 6 || digits.length === 8;
		const joined = short && parted && /^[-+–−‐ \u00a0]$/.test(gap);
		if (!joined && digits.length !== 10 && digits.length !== 12) continue;
		const birth = joined ? digits : digits.slice(0, -4);
		const rest = joined ? next.digits : digits.slice(-4);
		const end = joined ? next.at + 4 : at + digits.length;
		const before = text.charAt(at - 1);
		const after = text.charAt(end);
		if (/[\p{L}\d/:.,]/u.test(before) && before !== '') {
			// "nr:810101-…" and "född,810101" begin a number; letters, points and slashes do not.
			if (!/[:,]/.test(before) || /\d/.test(text.charAt(at - 2))) continue;
		}
		if (/[-–]/.test(before) && /\d/.test(text.charAt(at - 2))) continue;
		if (/^[-–/:]$/.test(after) && /\d/.test(text.charAt(end + 1))) continue;
		const century = birth.length === 8 ? Number(birth.slice(0, 4)) : null;
		if (century !== null && (century < 1890 || century > 2099)) continue;
		const date = birth.slice(-6);
		if (!isDay(century, Number(date.slice(2, 4)), Number(date.slice(4)))) continue;
		const valid = checkDigitAgrees(date + rest);
		const hyphen = joined && /[-+–−‐]/.test(gap);
		if (valid || hyphen) found.push({ from: at, to: end, valid });
	}
	return found;
}
