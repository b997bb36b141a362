import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The signs of a TrueType file, by its table `cmap`: every code point that has a glyph. */
export function signsOf(file: string): Set<number> {
	const bytes = readFileSync(file);
	const tables = Array.from({ length: bytes.readUInt16BE(4) }, (_, i) => 12 + i * 16);
	const entry = tables.find((at) => bytes.toString('latin1', at, at + 4) === 'cmap');
	if (entry === undefined) throw new Error(`${file} has no cmap`);
	const cmap = bytes.readUInt32BE(entry + 8);
	const parts = Array.from(
		{ length: bytes.readUInt16BE(cmap + 2) },
		(_, i) => cmap + 4 + i * 8
	).map((at) => cmap + bytes.readUInt32BE(at + 4));
	// Format 12 holds all of Unicode; the others hold a part of the same.
	const all = parts.find((at) => bytes.readUInt16BE(at) === 12);
	if (all === undefined) throw new Error(`${file} has no cmap of format 12`);
	const signs = new Set<number>();
	for (let i = 0; i < bytes.readUInt32BE(all + 12); i += 1) {
		const at = all + 16 + i * 12;
		const [first, last, glyph] = [0, 4, 8].map((offset) => bytes.readUInt32BE(at + offset));
		if (first === undefined || last === undefined || glyph === undefined) break;
		// Glyph 0 is the box for what is missing.
		for (let sign = first; sign <= last; sign += 1) if (glyph + sign - first > 0) signs.add(sign);
	}
	return signs;
}

/** Every face of the family of paper that the product may use. */
export function facesOf(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((one) => one.isDirectory())
		.flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)))
		.filter((file) => file.endsWith('.ttf'));
}

/** The signs that all faces have, without those for private use, as ranges: `20-7e a0-ff`. */
export function rangesOf(faces: string[]): string {
	const [first = new Set<number>(), ...others] = faces.map(signsOf);
	const isPrivate = (sign: number) => (sign >= 0xe000 && sign <= 0xf8ff) || sign >= 0xf0000;
	const signs = [...first]
		.filter((sign) => sign >= 0x20 && !isPrivate(sign) && others.every((face) => face.has(sign)))
		.sort((a, b) => a - b);
	const ranges: [number, number][] = [];
	for (const sign of signs) {
		const last = ranges.at(-1);
		if (last?.[1] === sign - 1) last[1] = sign;
		else ranges.push([sign, sign]);
	}
	return ranges
		.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`))
		.join(' ');
}

const hex = (sign: number): string => sign.toString(16);
