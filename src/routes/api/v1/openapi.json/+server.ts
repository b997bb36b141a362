import { ok } from '#core/result.ts';
import { describe } from '#api/openapi.ts';
import { operations } from '#api/operations.ts';
import { otherMethod, serve } from '#api/serve.ts';

const description = describe();

export const GET = serve(operations.getDescription, async () => ok(description));

export const fallback = otherMethod('/openapi.json');
