import { editionSchema } from '#api/edition-schema.ts';
import { SCHEMA_ADDRESS } from '#core/forms.ts';
import type { RequestHandler } from './$types';

/** The schema of editions as JSON: for programs of others, so any page may read it. */
export const GET: RequestHandler = ({ url }) =>
	new Response(JSON.stringify(editionSchema(new URL(SCHEMA_ADDRESS, url).href), null, '\t'), {
		headers: {
			'content-type': 'application/schema+json',
			'cache-control': 'public, max-age=3600',
			'access-control-allow-origin': '*',
			'content-security-policy': "default-src 'none'; frame-ancestors 'none'"
		}
	});
