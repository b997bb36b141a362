import * as encoding from 'lib0/encoding';

/**
 * Writes updates of Yjs' format v1 field by field, also such that Yjs would never write: what the
 * generator and the bombs are made of.
 */

export type Id = { client: number; clock: number };

/** What a struct carries, by its number in the format. */
export type Content =
	| { kind: 'gc' | 'deleted' | 'skip'; length: number }
	| { kind: 'json'; texts: string[] }
	| { kind: 'binary'; bytes: Uint8Array }
	| { kind: 'string'; text: string }
	| { kind: 'embed'; json: string }
	| { kind: 'format'; key: string; json: string }
	| { kind: 'type'; type: number; name?: string }
	| { kind: 'any'; values: encoding.AnyEncodable[] }
	| { kind: 'doc'; guid: string; options: encoding.AnyEncodable }
	/** A number that the format does not know, such as a later version's. */
	| { kind: 'unknown'; ref: number };

const REF = {
	gc: 0,
	deleted: 1,
	json: 2,
	binary: 3,
	string: 4,
	embed: 5,
	format: 6,
	type: 7,
	any: 8,
	doc: 9,
	skip: 10
} as const;

/** The numbers of Yjs' shared types. */
export const TYPE = { array: 0, map: 1, text: 2, element: 3, fragment: 4, hook: 5, xmlText: 6 };

export type Struct = {
	content: Content;
	origin?: Id;
	rightOrigin?: Id;
	/** Written where there is no origin: a root's name or the item of a type. */
	parent?: string | Id;
	sub?: string;
};

/** The structs of one client, from a clock on. */
export type Run = {
	client: number;
	clock: number;
	structs: Struct[];
	/** When it lies. */ count?: number;
};

export type Update = {
	runs: Run[];
	deletes: { client: number; ranges: [clock: number, length: number][] }[];
};

/** How many clocks a struct takes. */
export function lengthOf({ content }: Struct): number {
	switch (content.kind) {
		case 'gc':
		case 'deleted':
		case 'skip':
			return content.length;
		case 'string':
			return content.text.length;
		case 'json':
			return content.texts.length;
		case 'any':
			return content.values.length;
		default:
			return 1;
	}
}

/** The bytes of an update. */
export function write(update: Update): Uint8Array {
	const to = encoding.createEncoder();
	encoding.writeVarUint(to, update.runs.length);
	for (const run of update.runs) {
		encoding.writeVarUint(to, run.count ?? run.structs.length);
		encoding.writeVarUint(to, run.client);
		encoding.writeVarUint(to, run.clock);
		for (const struct of run.structs) writeStruct(to, struct);
	}
	encoding.writeVarUint(to, update.deletes.length);
	for (const { client, ranges } of update.deletes) {
		encoding.writeVarUint(to, client);
		encoding.writeVarUint(to, ranges.length);
		for (const [clock, length] of ranges) {
			encoding.writeVarUint(to, clock);
			encoding.writeVarUint(to, length);
		}
	}
	return encoding.toUint8Array(to);
}

function writeId(to: encoding.Encoder, { client, clock }: Id): void {
	encoding.writeVarUint(to, client);
	encoding.writeVarUint(to, clock);
}

function writeStruct(to: encoding.Encoder, struct: Struct): void {
	const { content, origin, rightOrigin, parent, sub } = struct;
	const ref = content.kind === 'unknown' ? content.ref : REF[content.kind];
	if (content.kind === 'gc' || content.kind === 'skip') {
		encoding.writeUint8(to, ref);
		return encoding.writeVarUint(to, content.length);
	}
	const flags = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (sub === undefined ? 0 : 0x20);
	encoding.writeUint8(to, (ref & 0x1f) | flags);
	if (origin) writeId(to, origin);
	if (rightOrigin) writeId(to, rightOrigin);
	if (!origin && !rightOrigin) {
		encoding.writeVarUint(to, typeof parent === 'string' ? 1 : 0);
		if (typeof parent === 'string') encoding.writeVarString(to, parent);
		else writeId(to, parent ?? { client: 0, clock: 0 });
		if (sub !== undefined) encoding.writeVarString(to, sub);
	}
	writeContent(to, content);
}

function writeContent(to: encoding.Encoder, content: Content): void {
	switch (content.kind) {
		case 'deleted':
			return encoding.writeVarUint(to, content.length);
		case 'json':
			encoding.writeVarUint(to, content.texts.length);
			for (const text of content.texts) encoding.writeVarString(to, text);
			return;
		case 'binary':
			return encoding.writeVarUint8Array(to, content.bytes);
		case 'string':
			return encoding.writeVarString(to, content.text);
		case 'embed':
			return encoding.writeVarString(to, content.json);
		case 'format':
			encoding.writeVarString(to, content.key);
			return encoding.writeVarString(to, content.json);
		case 'type':
			encoding.writeVarUint(to, content.type);
			if (content.name !== undefined) encoding.writeVarString(to, content.name);
			return;
		case 'any':
			encoding.writeVarUint(to, content.values.length);
			for (const value of content.values) encoding.writeAny(to, value);
			return;
		case 'doc':
			encoding.writeVarString(to, content.guid);
			return encoding.writeAny(to, content.options);
		default:
			return;
	}
}
