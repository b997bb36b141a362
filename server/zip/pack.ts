import { zipSync } from 'fflate';

/** An archive of these parts, none of them packed. Whoever gives them has looked at their names. */
export function pack(parts: ReadonlyMap<string, Buffer>): Buffer {
	const { buffer, byteOffset, byteLength } = zipSync(Object.fromEntries(parts), { level: 0 });
	return Buffer.from(buffer, byteOffset, byteLength);
}
