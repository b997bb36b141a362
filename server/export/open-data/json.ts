import { SCHEMA_ADDRESS } from '#core/forms.ts';
import { canonicalJson } from '#schema/content.ts';
import type { EditionInput } from '../input.ts';

/**
 * The `json` form: `{ "$schema", "hash", "edition" }`. What stands after `"edition":` is the canonical
 * JSON of the model, byte for byte what was hashed, so that anybody can count the hash again.
 */
export function editionJson({ model, hash }: EditionInput): Uint8Array {
	const schema =
		model.address === undefined ? SCHEMA_ADDRESS : new URL(SCHEMA_ADDRESS, model.address).href;
	return Buffer.from(
		`{"$schema":${JSON.stringify(schema)},"hash":"${hash}","edition":${canonicalJson(model)}}\n`,
		'utf8'
	);
}
