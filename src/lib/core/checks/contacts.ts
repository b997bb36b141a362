/** Telephone numbers and e-mail addresses in a text, as far as they may be a person's. */

export type Contact = { code: 'telephone' | 'personalEmail'; from: number; to: number };

/** Words of an address that belongs to an office. */
const OFFICE =
	/^(?:info|information|kommun|kommunen|stad|staden|region|kontakt|kontaktcenter|kundtjanst|kundtjänst|kundservice|medborgarservice|registrator|diarium|post|mail|epost|myndighet|reception|vaxel|växel|support|press|redaktion|webb|webmaster|social|socialtjanst\p{L}*|barn|ungdom|unga|utbildning\p{L}*|skola\p{L}*|forskola\p{L}*|kultur\p{L}*|fritid\p{L}*|bibliotek\p{L}*|namnd|namnden|forvaltning\p{L}*|kansli\p{L}*|dataskydd\p{L}*|dso|jour|radgivning|stod|service|hr|ekonomi|faktura|barnratt\p{L}*|ungdomsradet|elevhalsa\p{L}*|familjecentral\p{L}*|orosanmalan|mottagning\p{L}*|ks|kf|bun|sn|ktn|noreply)$/u;
const PRIVATE =
	/@(?:gmail|hotmail|outlook|live|msn|yahoo|icloud|me|telia|bredband2?|comhem|spray|protonmail|proton)\./i;

/** True for an address that names a person, or lies with a provider of private ones. */
export function isPersonal(address: string): boolean {
	const [local = ''] = address.toLowerCase().split('@');
	if (PRIVATE.test(address)) return true;
	const parts = local.split(/[._-]/).filter((p) => p !== '');
	if (parts.some((p) => OFFICE.test(p))) return false;
	const names = parts.filter((p) => /^\p{L}{2,}$/u.test(p));
	return names.length >= 2;
}

const MAIL = /^[("'<”:;,]*([\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+)/u;

function emails(text: string): Contact[] {
	const found: Contact[] = [];
	if (!text.includes('@')) return found;
	for (const chunk of text.matchAll(/\S+/g)) {
		// No address is longer; a longer chunk is cut, so that nothing is read twice.
		const word = chunk[0].length > 400 ? '' : chunk[0];
		if (!word.includes('@')) continue;
		const match = MAIL.exec(word.replace(/^mailto:/i, ''));
		const address = match?.[1];
		if (!address || !isPersonal(address)) continue;
		const from = chunk.index + word.indexOf(address);
		found.push({ code: 'personalEmail', from, to: from + address.length });
	}
	return found;
}

/** Words before a number that say whose it is: an office's. */
const OFFICES =
	/växel|kontaktcenter|kundtjänst|kundservice|reception|medborgarservice|jour|telefon|tel\b|112|orosanmälan|kommunens/i;

/**
 * Telephone numbers: a nought and an area code, then a hyphen, slash or space, then groups of digits;
 * or +46. A mobile number is always told of, another one where no office is named before it.
 */
function telephones(text: string): Contact[] {
	const found: Contact[] = [];
	const runs = [...text.matchAll(/\d+/g)].map((m) => ({ at: m.index, digits: m[0] }));
	let skip = -1;
	for (const [i, run] of runs.entries()) {
		if (run.at < skip) continue;
		const before = text.charAt(run.at - 1);
		const abroad = before === '+' && run.digits.startsWith('46');
		if (!abroad && !run.digits.startsWith('0')) continue;
		if (/[\p{L}\d.,/:]/u.test(before)) continue;
		if (/[-–]/.test(before) && /\d/.test(text.charAt(run.at - 2))) continue;
		let digits = run.digits;
		let end = run.at + run.digits.length;
		let parts = 0;
		for (let j = i + 1; j < Math.min(runs.length, i + 6); j += 1) {
			const next = runs[j];
			if (!next) break;
			const gap = text.slice(end, Math.min(next.at, end + 4));
			const joins = parts === 0 ? /^(?: ?[-–/] ?| |\u00a0| ?\(0\) ?)$/ : /^(?: |\u00a0|-)$/;
			if (next.at - end > 3 || !joins.test(gap) || next.digits.length > 8) break;
			digits += next.digits;
			end = next.at + next.digits.length;
			parts += 1;
		}
		const own = abroad ? `0${digits.slice(2).replace(/^0/, '')}` : digits;
		const mobile = /^07\d/.test(own);
		const bare = parts === 0 && !abroad;
		if (own.length < 8 || own.length > 11 || (bare && !(mobile && own.length === 10))) continue;
		if (run.digits.length > 4 && !bare && !abroad) continue;
		if (/^[-–/]$/.test(text.charAt(end)) && /\d/.test(text.charAt(end + 1))) continue;
		skip = end;
		const ahead = text.slice(Math.max(0, run.at - 60), run.at);
		if (mobile || !OFFICES.test(ahead)) found.push({ code: 'telephone', from: run.at, to: end });
	}
	return found;
}

/** Telephone numbers and personal e-mail addresses of a text, in order of kind. */
export const contacts = (text: string): Contact[] => [...telephones(text), ...emails(text)];
