/** The little of jsdom that the tests use; it brings no types of its own. */
declare module 'jsdom' {
	export class JSDOM {
		constructor(markup: string, options?: { contentType?: string; url?: string });
		readonly window: Window & typeof globalThis;
	}
}
