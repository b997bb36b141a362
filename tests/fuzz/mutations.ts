import type { AnyEncodable } from 'lib0/encoding';
import type { Changes } from './changes.ts';
import {
	lengthOf,
	TYPE,
	type Content,
	type Run,
	type Struct,
	type Update
} from './struct-writer.ts';

/** What is done to an honest change so that it is nearly one. Each may also leave it as it is. */

/** Numbers at which decoders and counters go wrong. */
export const EDGES = [
	0,
	1,
	2,
	127,
	128,
	255,
	2 ** 16,
	2 ** 31 - 1,
	2 ** 31,
	2 ** 32 - 1,
	2 ** 32,
	2 ** 45,
	Number.MAX_SAFE_INTEGER
];

const NAMES = [
	'script',
	'listItem',
	'tableRow',
	'tableCell',
	'bulletList',
	'table',
	'heading',
	'text',
	'doc',
	'__proto__',
	'constructor',
	'paragraph',
	''
];
const KEYS = [
	'onclick',
	'__proto__',
	'constructor',
	'toString',
	'level',
	'start',
	'colspan',
	'href',
	''
];
const MARKS: [string, string][] = [
	['blink', '{}'],
	['__proto__', '{"x":1}'],
	['toString', '{}'],
	['bold', '{"style":"x"}'],
	['bold', '[]'],
	['bold', 'true'],
	['link', '{"href":"java\\tscript:alert(1)"}'],
	['link', '{"href":"https://exempel.se"}'],
	['link', '{}'],
	['link', 'null'],
	['bold', '{'],
	['italic', '{}']
];

/** A value nested `depth` deep. */
export function nested(depth: number): AnyEncodable {
	let value: AnyEncodable = 1;
	for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { a: value };
	return value;
}

function content(changes: Changes): Content {
	const [key, json] = changes.pick(MARKS) ?? ['bold', '{}'];
	const types = Object.values(TYPE);
	const kinds: Content[] = [
		{ kind: 'gc', length: 1 + changes.integer(5) },
		{ kind: 'gc', length: changes.pick(EDGES) ?? 0 },
		{ kind: 'skip', length: 1 + changes.integer(5) },
		{ kind: 'deleted', length: changes.pick(EDGES) ?? 0 },
		{ kind: 'deleted', length: 1 + changes.integer(5) },
		{ kind: 'json', texts: ['{"a":1}', 'undefined', '['].slice(0, changes.integer(4)) },
		{ kind: 'binary', bytes: new Uint8Array(changes.integer(20)) },
		{
			kind: 'string',
			text: changes.pick(['', 'x', '\u0000', '\ud800', '\u202e', 'ord\nord']) ?? ''
		},
		{ kind: 'embed', json: changes.pick(['{"image":"x"}', 'null', '{"__proto__":{}}', '[']) ?? '' },
		{ kind: 'format', key, json },
		{ kind: 'type', type: changes.pick(types) ?? 0, name: changes.pick(NAMES) ?? '' },
		{ kind: 'type', type: TYPE.element, name: changes.pick(NAMES) ?? '' },
		{ kind: 'type', type: TYPE.xmlText },
		{ kind: 'type', type: 7 + changes.integer(100) },
		{ kind: 'any', values: [nested(changes.integer(60))] },
		{
			kind: 'any',
			values: [undefined, null, NaN, 7, 'x', new Uint8Array(3)].slice(changes.integer(6))
		},
		{ kind: 'doc', guid: 'underdokument', options: changes.pick([{}, { gc: false }, null, 7]) },
		{ kind: 'unknown', ref: 11 + changes.integer(21) }
	];
	return changes.pick(kinds) ?? { kind: 'gc', length: 1 };
}

type Mutation = (update: Update, changes: Changes, run: Run, struct: Struct) => void;

const MUTATIONS: Mutation[] = [
	(_u, c, run) => (run.client = c.pick(c.clients()) ?? 0),
	(_u, c, run) => (run.client = c.pick(EDGES) ?? 0),
	(_u, c, run) => (run.clock = Math.max(0, run.clock - 1 - c.integer(5))),
	(_u, c, run) => (run.clock += 1 + c.integer(5)),
	(_u, c, run) => (run.clock = c.pick(EDGES) ?? 0),
	(_u, c, run) => (run.count = c.pick([0, 1, 2, 1000, 33_000_000, 2 ** 31, 2 ** 53 - 1]) ?? 0),
	(_u, c, _r, s) => (s.origin = c.anyId()),
	(_u, c, _r, s) => (s.rightOrigin = c.anyId()),
	(_u, c, _r, s) => {
		s.origin = c.anyId();
		s.rightOrigin = c.anyId();
	},
	(_u, _c, _r, s) => {
		if (s.origin) s.rightOrigin = s.origin;
	},
	(_u, c, run, s) => (s.origin = { client: run.client, clock: run.clock + c.integer(4) }),
	(_u, c, run, s) => (s.rightOrigin = { client: run.client, clock: run.clock + c.integer(4) }),
	(_u, c, _r, s) => (s.origin = { client: c.pick(EDGES) ?? 0, clock: c.pick(EDGES) ?? 0 }),
	(_u, _c, _r, s) => delete s.origin,
	(_u, _c, _r, s) => delete s.rightOrigin,
	(_u, c, _r, s) => {
		delete s.origin;
		delete s.rightOrigin;
		s.parent = c.pick<Struct['parent']>(['default', 'hidden', '', '__proto__', c.anyId()]) ?? '';
	},
	(_u, c, _r, s) => (s.sub = c.pick(KEYS) ?? ''),
	(_u, c, _r, s) => (s.content = content(c)),
	(_u, c, _r, s) => (s.content = content(c)),
	(_u, c, run) => run.structs.splice(c.integer(run.structs.length + 1), 0, { content: content(c) }),
	(_u, c, run, s) => run.structs.splice(c.integer(run.structs.length + 1), 0, structuredClone(s)),
	(_u, _c, run) => run.structs.reverse(),
	(u, _c, run) => u.runs.push(structuredClone(run)),
	(u, c, run) => {
		const clock = run.clock + run.structs.reduce((n, s) => n + lengthOf(s), 0);
		u.runs.push({ ...structuredClone(run), clock: clock + c.integer(2) });
	},
	(u, c) => {
		const { client, clock } = c.anyId();
		u.deletes.push({ client, ranges: [[clock, 1 + c.integer(8)]] });
	},
	(u, c) => u.deletes.push({ client: c.pick(EDGES) ?? 0, ranges: [[0, c.pick(EDGES) ?? 0]] }),
	(u, c) => {
		const { client, clock } = c.anyId();
		const again: [number, number] = [clock, c.pick([0, 1, 2, 2 ** 32, 2 ** 53 - 1]) ?? 0];
		u.deletes.push({ client, ranges: [again, again, [Math.max(0, clock - 2), 3]] });
	},
	(u, c, run) => {
		const length = run.structs.reduce((n, s) => n + lengthOf(s), 0);
		u.deletes.push({
			client: run.client,
			ranges: [[run.clock, Math.max(1, length - c.integer(2))]]
		});
	}
];

/** Changes one to three fields of an update at random. */
export function mutate(update: Update, changes: Changes): Update {
	for (let n = 1 + changes.integer(3); n > 0; n -= 1) {
		const run = changes.pick(update.runs) ?? {
			client: changes.client,
			clock: changes.clockOf(changes.client),
			structs: []
		};
		const struct = changes.pick(run.structs) ?? { content: { kind: 'string', text: 'x' } };
		if (update.runs.length === 0 && changes.integer(2) === 0) {
			run.structs.push(struct);
			update.runs.push(run);
		}
		changes.pick(MUTATIONS)?.(update, changes, run, struct);
	}
	return update;
}

/** Changes bytes at random: flips, cuts, repeats, and numbers that are none. */
export function scramble(bytes: Uint8Array, changes: Changes): Uint8Array {
	let out = bytes.slice();
	const at = () => changes.integer(out.length + 1);
	for (let n = 1 + changes.integer(3); n > 0; n -= 1) {
		const [a, b] = [at(), at()];
		const splice = (middle: Uint8Array, from: number, to: number) =>
			(out = Uint8Array.from([...out.subarray(0, from), ...middle, ...out.subarray(to)]));
		const kinds = [
			() => out.length > 0 && (out[a % out.length] = changes.integer(256)),
			() =>
				out.length > 0 &&
				(out[a % out.length] = (out[a % out.length] ?? 0) ^ (1 << changes.integer(8))),
			() => (out = out.slice(0, a)),
			() => splice(new Uint8Array(0), Math.min(a, b), Math.max(a, b)),
			() => splice(out.slice(Math.min(a, b), Math.max(a, b)), a, a),
			() => splice(new Uint8Array(1 + changes.integer(10)).fill(0xff), a, a),
			() => splice(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f), a, a)
		];
		changes.pick<() => unknown>(kinds)?.();
	}
	return out;
}
