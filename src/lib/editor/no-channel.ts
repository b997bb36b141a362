/**
 * Stands for lib0/broadcastchannel in the built page (`vite.config.ts`): y-websocket would load it
 * to let tabs exchange edits past the server, which is switched off (`connection.ts`).
 */
const nothing = (): void => undefined;

export const subscribe = nothing;
export const unsubscribe = nothing;
export const publish = nothing;
