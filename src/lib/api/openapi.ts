import { toJsonSchema, toJsonSchemaDefs, type JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { docNode, fixedContent } from './documents.ts';
import { editionDetail, editionItem } from './editions.ts';
import { fixedFigure, indicatorDetail, indicatorItem, indicatorValue } from './figures.ts';
import { driftRow, fetchState, groupHit, knownGroup, kpiHit, notice } from './kolada.ts';
import { allRefusals, scopeOf, type Operation, type Schema } from './operation.ts';
import { API_ROOT, operationList, type OperationId } from './operations.ts';
import { API_STATUS, errorShapes, type ApiCode } from './refusals.ts';
import { lateItem, lock, open, reportDetail, reportItem, sectionDetail } from './reports.ts';

/** The OpenAPI 3.1 document, made of the operations and their schemas and of nothing else. */

/** Schemas that several others refer to, by the names that they get in the document. */
const NAMED: Record<string, v.GenericSchema> = {
	DocumentNode: docNode,
	Drift: driftRow,
	FetchState: fetchState,
	FigureNotice: notice,
	Group: knownGroup,
	KoladaGroup: groupHit,
	KoladaMeasure: kpiHit,
	Edition: editionDetail,
	EditionInList: editionItem,
	FixedContent: fixedContent,
	FixedFigure: fixedFigure,
	Indicator: indicatorDetail,
	IndicatorInList: indicatorItem,
	IndicatorValue: indicatorValue,
	LateContribution: lateItem,
	Lock: lock,
	OpenRequest: open,
	Report: reportDetail,
	ReportInList: reportItem,
	Section: sectionDetail,
	...Object.fromEntries(
		Object.entries(errorShapes).map(([code, shape]) => [`Error_${code}`, shape])
	)
};

type Ref = { $ref: string };
type Media = { content: { 'application/json': { schema: JsonSchema | Ref } } };
type Response = { description: string; headers?: Record<string, object> } & Partial<Media>;
type Parameter = { name: string; in: string; required: boolean; schema: JsonSchema };

/** An entry of `paths`. */
export type DescribedOperation = {
	operationId: OperationId;
	summary: string;
	description?: string;
	security: Record<string, string[]>[];
	parameters: Parameter[];
	requestBody?: { required: true } & Media;
	responses: Record<string, Response>;
};

export type Description = {
	openapi: '3.1.0';
	info: { title: string; version: string; description: string };
	servers: { url: string }[];
	paths: Record<string, Record<string, DescribedOperation>>;
	components: {
		schemas: Record<string, JsonSchema>;
		securitySchemes: Record<string, object>;
	};
};

const refTo = (name: string): Ref => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonSchema | Ref): Media => ({ content: { 'application/json': { schema } } });

/** Builds the document anew. */
export function describe(): Description {
	const names = new Map<Schema, string>(Object.entries(NAMED).map(([name, s]) => [s, name]));
	const paths: Description['paths'] = {};
	for (const [id, operation] of operationList) {
		const name = id.charAt(0).toUpperCase() + id.slice(1);
		if (operation.body && !names.has(operation.body)) names.set(operation.body, `${name}Request`);
		if (!names.has(operation.answer)) names.set(operation.answer, `${name}Answer`);
		const path = (paths[operation.path] ??= {});
		path[operation.method.toLowerCase()] = entry(id, operation, (schema) =>
			refTo(names.get(schema) ?? '')
		);
	}
	const definitions = Object.fromEntries(
		[...names].map(([schema, name]) => [name, schema as v.GenericSchema])
	);
	return {
		openapi: '3.1.0',
		info: {
			title: 'Barnbokslut',
			version: '1.0.0',
			description:
				'Times are milliseconds since 1970. A refusal is `{ "error": { "code", "message", … } }`: the code is stable, the message is for a person.'
		},
		servers: [{ url: API_ROOT }],
		paths,
		components: {
			schemas: toJsonSchemaDefs(definitions, {
				target: 'draft-2020-12',
				overrideRef: ({ referenceId }) => refTo(referenceId).$ref
			}),
			securitySchemes: {
				session: {
					type: 'apiKey',
					in: 'cookie',
					name: 'session',
					description:
						'Set by `POST /login`. Over https its name is `__Host-session`, so that it is bound to its host.'
				},
				key: {
					type: 'http',
					scheme: 'bearer',
					description:
						'A key that a person has made at `/account/tokens`. It does what its scope and its person may: `read` asks, `figures` also enters values, `write` does all.'
				}
			}
		}
	};
}

function entry(
	operationId: OperationId,
	operation: Operation,
	ref: (schema: Schema) => Ref
): DescribedOperation {
	const isPublic = operation.act === null;
	return {
		operationId,
		summary: operation.summary,
		...(isPublic
			? {}
			: {
					description: `Asks for the right \`${operation.act ?? ''}\`, and of a key the scope \`${scopeOf(operation)}\`.`
				}),
		security: isPublic ? [] : [{ session: [] }, { key: [] }],
		parameters: [...pathParameters(operation.path), ...queryParameters(operation.query)],
		...(operation.body ? { requestBody: { required: true, ...json(ref(operation.body)) } } : {}),
		responses: {
			[operation.status]: success(operation, ref(operation.answer)),
			...(isPublic ? { 304: { description: 'As `If-None-Match` has it' } } : {}),
			...refusals(allRefusals(operation))
		}
	};
}

function success(operation: Operation, answer: Ref): Response {
	const header = (description: string) => ({ description, schema: { type: 'string' } });
	const headers: Record<string, object> = {
		...(operation.location ? { Location: header('The address of what was made') } : {}),
		...(operation.act === null ? { ETag: header('For `If-None-Match`') } : {})
	};
	return {
		description: operation.status === 201 ? 'Made' : 'Done',
		...(Object.keys(headers).length > 0 ? { headers } : {}),
		...json(answer)
	};
}

const WAIT = {
	'Retry-After': { description: 'Seconds to wait, where it is known', schema: { type: 'integer' } }
};

/** A response for each status, with every code that has it. */
function refusals(codes: ApiCode[]): Record<string, Response> {
	const statuses = [...new Set(codes.map((code) => API_STATUS[code]))].sort();
	return Object.fromEntries(
		statuses.map((status): [string, Response] => {
			const here = codes.filter((code) => API_STATUS[code] === status);
			const error = { oneOf: here.map((code) => refTo(`Error_${code}`)) };
			const schema = { type: 'object', properties: { error }, required: ['error'] };
			const headers = status === 429 ? { headers: WAIT } : {};
			return [
				String(status),
				{ description: here.join(', '), ...headers, ...json(schema as JsonSchema) }
			];
		})
	);
}

const pathParameters = (path: string): Parameter[] =>
	[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string' }
	}));

/** In an address everything is text; what is described is what it is read as. */
function queryParameters(query: Schema | null): Parameter[] {
	if (query === null) return [];
	const { properties = {}, required = [] } = toJsonSchema(query, {
		target: 'draft-2020-12',
		typeMode: 'output'
	});
	return Object.entries(properties).map(([name, schema]) => {
		const one = schema as JsonSchema;
		const isNumber = one.type === 'integer' && one.default !== undefined;
		return {
			name,
			in: 'query',
			required: required.includes(name),
			schema: isNumber ? { ...one, default: Number(one.default) } : one
		};
	});
}
