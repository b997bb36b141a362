/** Bodies of requests that are nearly right, and some that are nothing at all. Seeded: each can be made again. */

export type Random = () => number;

const pick = <T>(random: Random, from: readonly [T, ...T[]]): T =>
	from[Math.floor(random() * from.length)] ?? from[0];

/** Values that programs trip over: of another type, too large, no text that UTF-8 knows. */
const odd = (random: Random): unknown =>
	pick<unknown>(random, [
		null,
		true,
		0,
		-1,
		-0,
		1.5,
		1e308,
		-1e308,
		2 ** 53,
		2 ** 31,
		5e-324,
		'',
		' ',
		'\0',
		'\u{d800}',
		'a\u{dfff}b',
		'\u{202e}\u{200b}',
		'__proto__',
		'constructor',
		'toString',
		'../../etc/passwd',
		"' OR 1=1 --",
		'<script>alert(1)</script>',
		'=1+1',
		'2024-13-45',
		'NaN',
		'å'.repeat(5000),
		'x'.repeat(100_000),
		'💥'.repeat(200),
		[],
		{},
		[[]],
		[null],
		Array.from({ length: 2000 }, () => 0),
		nested(500),
		JSON.parse('{"__proto__":{"isAdmin":true}}'),
		{ constructor: { prototype: { role: 'administrator' } } },
		{ toString: null, valueOf: 1 },
		{ length: 1e9 },
		{ toJSON: 1 }
	]);

/** Arrays in arrays. */
function nested(depth: number): unknown {
	let value: unknown = 0;
	for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { a: value };
	return value;
}

/** A value with one thing or several changed in it; the same value in one of eight. */
export function mutated(value: unknown, random: Random): unknown {
	if (random() < 0.125) return value;
	let changed = value;
	for (let times = random() < 0.7 ? 1 : 3; times > 0; times -= 1)
		changed = changedOnce(changed, random);
	return changed;
}

function changedOnce(value: unknown, random: Random): unknown {
	if (Array.isArray(value) && value.length > 0 && random() < 0.9) return inArray(value, random);
	if (typeof value === 'object' && value !== null && random() < 0.95)
		return inObject(value as Record<string, unknown>, random);
	if (typeof value === 'string' && random() < 0.6) return inText(value, random);
	if (typeof value === 'number' && random() < 0.5)
		return value + pick(random, [1, -1, 0.5, 1e9, -1e9, 1e300]);
	return odd(random);
}

function inArray(value: unknown[], random: Random): unknown[] {
	const at = Math.floor(random() * value.length);
	const how = random();
	if (how < 0.2) return value.toSpliced(at, 1);
	if (how < 0.4) return [...value, value[at]];
	// Many of many of long texts would be more than there is memory for.
	if (how < 0.5) return Array.from({ length: isLong(value[at]) ? 2 : 600 }, () => value[at]);
	return value.with(at, changedOnce(value[at], random));
}

const isLong = (value: unknown): boolean => JSON.stringify([value]).length > 50_000;

function inObject(value: Record<string, unknown>, random: Random): unknown {
	const keys = Object.keys(value);
	const key = keys[Math.floor(random() * keys.length)];
	const how = random();
	if (key === undefined || how < 0.15)
		return { ...value, [pick(random, ['extra', '__proto__', '', 'id', 'role'])]: odd(random) };
	if (how < 0.3) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
	return { ...value, [key]: changedOnce(value[key], random) };
}

function inText(text: string, random: Random): string {
	const at = Math.floor(random() * (text.length + 1));
	return pick(random, [
		() => text.slice(0, at),
		() => text.slice(0, at) + plain(odd(random)).slice(0, 2000) + text.slice(at),
		() => text.repeat(3),
		() => text.toUpperCase(),
		() => text.split('\n').reverse().join('\r'),
		() => `${text}\n${text}`
	])();
}

/** A body as it goes over the line, with the type that it says it has. */
export type Sent = { body: Uint8Array; type: string };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const TYPES = [
	'application/json',
	'application/json; charset=utf-16',
	'text/plain',
	'application/x-www-form-urlencoded',
	'multipart/form-data',
	'multipart/form-data; boundary=x',
	'application/octet-stream',
	''
] as const;

const textOf = (value: unknown): string => JSON.stringify(value);

/** JSON, now and then broken on its way: cut off, of another encoding, with a key twice, with garbage in it. */
export function asJson(value: unknown, random: Random): Sent {
	const text = textOf(value);
	const how = random();
	const type = how < 0.9 ? 'application/json' : pick(random, [...TYPES]);
	if (how < 0.8) return { body: utf8(text), type };
	return { type, body: broken(text, random) };
}

function broken(text: string, random: Random): Uint8Array {
	const at = Math.floor(random() * text.length);
	return pick<() => Uint8Array>(random, [
		() => utf8(text.slice(0, at)),
		() => Buffer.from(text, 'utf16le'),
		() => Buffer.from(text, 'latin1'),
		() => utf8(`\u{feff}${text}`),
		() => utf8(text.replace(/^\{/, '{"by":"x","by":"y","__proto__":{},')),
		() => utf8(`${'['.repeat(20_000)}${text}`),
		() => utf8(text.replace(/\d+/, '1e99999')),
		() => utf8(text.replace(/"(?=[,}])/, '\\ud800"')),
		() => utf8(text + text),
		() => garbage(random)
	])();
}

export const garbage = (random: Random): Uint8Array =>
	Uint8Array.from({ length: Math.floor(random() * 400) }, () => Math.floor(random() * 256));

type Fields = [string, string | File][];

/** The fields of a form, some changed, gone, doubled or of another kind. */
export function mutatedFields(form: Record<string, unknown>, random: Random): Fields {
	const fields = Object.entries(form).flatMap(([name, value]): Fields =>
		[value].flat().map((one) => [name, one instanceof File ? one : String(one)])
	);
	if (random() < 0.125) return fields;
	return [...fields.flatMap((one) => oneField(one, random)), ...extra(random)];
}

function oneField([name, value]: Fields[number], random: Random): Fields {
	const how = random();
	if (how < 0.5) return [[name, value]];
	if (how < 0.6) return [];
	if (how < 0.7)
		return [
			[name, value],
			[name, value]
		];
	if (how < 0.75) return [[name, new File([garbage(random) as never], 'f\r\n"x.bin')]];
	if (value instanceof File)
		return [[name, random() < 0.5 ? 'no file' : new File([garbage(random) as never], value.name)]];
	const typed = random() < 0.5 ? inText(value, random) : plain(odd(random));
	return [[name, typed]];
}

const extra = (random: Random): Fields =>
	random() < 0.2
		? [[pick(random, ['__proto__', 'by', 'role', '', 'grant']), plain(odd(random))]]
		: [];

/** As a text of a form can be: without halves of signs. */
export const plain = (value: unknown): string =>
	(typeof value === 'string' ? value : textOf(value)).toWellFormed().slice(0, 120_000);

/** A form as it goes over the line. */
export async function asForm(fields: Fields, random: Random): Promise<Sent> {
	if (random() < 0.1) return { body: garbage(random), type: pick(random, [...TYPES]) };
	if (random() < 0.3) {
		const texts = fields.map(([name, value]) => [name, typeof value === 'string' ? value : '']);
		return {
			body: utf8(new URLSearchParams(texts).toString()),
			type: 'application/x-www-form-urlencoded'
		};
	}
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	const response = new Response(form);
	const body = new Uint8Array(await response.arrayBuffer());
	const type = response.headers.get('content-type') ?? '';
	if (random() < 0.9) return { body, type };
	return { type, body: body.slice(0, Math.floor(random() * body.length)) };
}
