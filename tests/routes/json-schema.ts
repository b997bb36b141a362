/**
 * Validates by the part of JSON Schema 2020-12 that the OpenAPI document uses. A keyword that it does
 * not know is an error, so that nothing is passed over in silence.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const ANNOTATIONS = ['description', 'default', 'examples', 'title', '$schema'];

/** What does not fit, a line each with its place; empty when all does. `root` resolves `$ref`. */
export function misfits(schema: Json, value: Json, root: Json, at = '$'): string[] {
	if (typeof schema === 'boolean') return schema ? [] : [`${at}: nothing is allowed here`];
	const found: string[] = [];
	for (const [keyword, operand] of Object.entries(asObject(schema))) {
		if (ANNOTATIONS.includes(keyword)) continue;
		const check = CHECKS[keyword];
		if (!check) throw new Error(`the keyword ${keyword} is not known to this test`);
		found.push(...check(operand, value, root, at, asObject(schema)));
	}
	return found;
}

/** The value behind a JSON pointer such as `#/components/schemas/Lock`. */
export function resolve(pointer: string, root: Json): Json {
	let here: Json = root;
	for (const step of pointer.replace(/^#\//, '').split('/')) {
		const next: Json | undefined = asObject(here)[step];
		if (next === undefined) throw new Error(`${pointer} leads nowhere`);
		here = next;
	}
	return here;
}

export function asObject(value: Json | undefined): JsonObject {
	if (!isObject(value)) throw new Error(`${JSON.stringify(value)} is no object`);
	return value;
}

/** A text or a number as it is printed. */
export function asText(value: Json | undefined): string {
	if (typeof value !== 'string' && typeof value !== 'number')
		throw new Error(`${JSON.stringify(value)} is no text`);
	return String(value);
}

const isObject = (value: Json | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const asArray = (value: Json): Json[] => {
	if (!Array.isArray(value)) throw new Error(`${JSON.stringify(value)} is no array`);
	return value;
};

const same = (a: Json, b: Json) => JSON.stringify(a) === JSON.stringify(b);

function hasType(type: string, value: Json): boolean {
	switch (type) {
		case 'null':
			return value === null;
		case 'array':
			return Array.isArray(value);
		case 'object':
			return isObject(value);
		case 'integer':
			return Number.isInteger(value);
		case 'string':
		case 'number':
		case 'boolean':
			return typeof value === type;
		default:
			throw new Error(`the type ${type} is not known to this test`);
	}
}

type Check = (operand: Json, value: Json, root: Json, at: string, schema: JsonObject) => string[];

const when = (bad: boolean, at: string, what: string): string[] => (bad ? [`${at}: ${what}`] : []);

const fitting = (operand: Json, value: Json, root: Json, at: string) =>
	asArray(operand).filter((option) => misfits(option, value, root, at).length === 0).length;

const CHECKS: Record<string, Check> = {
	type: (type, value, _root, at) =>
		when(!hasType(asText(type), value), at, `is no ${asText(type)}`),
	const: (constant, value, _root, at) =>
		when(!same(constant, value), at, `is not ${JSON.stringify(constant)}`),
	enum: (options, value, _root, at) =>
		when(
			!asArray(options).some((o) => same(o, value)),
			at,
			`is none of ${JSON.stringify(options)}`
		),
	pattern: (pattern, value, _root, at) =>
		when(
			typeof value === 'string' && !new RegExp(asText(pattern)).test(value),
			at,
			`does not match ${asText(pattern)}`
		),
	minimum: (least, value, _root, at) =>
		when(typeof value === 'number' && value < Number(least), at, `is under ${asText(least)}`),
	maximum: (most, value, _root, at) =>
		when(typeof value === 'number' && value > Number(most), at, `is over ${asText(most)}`),
	minLength: (least, value, _root, at) =>
		when(typeof value === 'string' && value.length < Number(least), at, 'is too short'),
	maxLength: (most, value, _root, at) =>
		when(typeof value === 'string' && value.length > Number(most), at, 'is too long'),
	minItems: (least, value, _root, at) =>
		when(Array.isArray(value) && value.length < Number(least), at, 'has too few items'),
	maxItems: (most, value, _root, at) =>
		when(Array.isArray(value) && value.length > Number(most), at, 'has too many items'),
	items: (schema, value, root, at) =>
		Array.isArray(value) ? value.flatMap((v, i) => misfits(schema, v, root, `${at}[${i}]`)) : [],
	properties: (properties, value, root, at) =>
		isObject(value)
			? Object.entries(asObject(properties)).flatMap(([key, schema]) => {
					const one = value[key];
					return one === undefined ? [] : misfits(schema, one, root, `${at}.${key}`);
				})
			: [],
	required: (keys, value, _root, at) =>
		isObject(value)
			? asArray(keys).flatMap((key) => when(!(asText(key) in value), at, `lacks ${asText(key)}`))
			: [],
	additionalProperties: (schema, value, root, at, { properties }) =>
		isObject(value)
			? Object.entries(value)
					.filter(([key]) => properties === undefined || !(key in asObject(properties)))
					.flatMap(([key, one]) => misfits(schema, one, root, `${at}.${key}`))
			: [],
	propertyNames: (schema, value, root, at) =>
		isObject(value)
			? Object.keys(value).flatMap((key) => misfits(schema, key, root, `${at}.${key}`))
			: [],
	anyOf: (options, value, root, at) =>
		when(fitting(options, value, root, at) === 0, at, 'fits none of anyOf'),
	oneOf: (options, value, root, at) => {
		const n = fitting(options, value, root, at);
		return when(n !== 1, at, `fits ${n} of oneOf`);
	},
	$ref: (pointer, value, root, at) => misfits(resolve(asText(pointer), root), value, root, at)
};
