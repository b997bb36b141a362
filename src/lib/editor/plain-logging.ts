/**
 * Stands for lib0/logging in the built page (`vite.config.ts`): Yjs warns those who build on it in
 * colours, for which lib0 brings helpers for pages and a library of schemas. Nobody reads that here.
 */
const nothing = (): void => undefined;

export const print = nothing;
export const warn = nothing;
export const ORANGE = '';
export const RED = '';
export const BOLD = '';
export const UNBOLD = '';
