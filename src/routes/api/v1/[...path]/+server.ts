import { noSuchAddress } from '#api/serve.ts';

/** Everything below `/api/v1` that is nothing. */
export const fallback = noSuchAddress;
