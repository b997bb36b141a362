/**
 * Stands for lib0/environment in the built page (`vite.config.ts`): where a page runs is known, and the
 * libraries ask for nothing but that. lib0 reads command lines and a store of settings for it.
 */
export const isBrowser = typeof document !== 'undefined';
export const isNode = !isBrowser;
export const getVariable = (): null => null;
