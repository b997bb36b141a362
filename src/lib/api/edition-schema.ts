import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { docNode, fixedContent } from './documents.ts';
import { editionFile } from './editions.ts';
import { comparisonGroup, fixedFigure, indicatorValue } from './figures.ts';

/**
 * The JSON Schema (draft 2020-12) of the `json` form of editions, made of the schema that the API holds
 * its own answers against. `address` is where it is published.
 */
export function editionSchema(address: string): JsonSchema {
	const definitions: Record<string, v.GenericSchema> = {
		DocumentNode: docNode,
		FixedContent: fixedContent,
		FixedFigure: fixedFigure,
		IndicatorValue: indicatorValue,
		ComparisonGroup: comparisonGroup
	};
	const made = toJsonSchema(editionFile, { target: 'draft-2020-12', definitions });
	return { $id: address, ...made };
}
