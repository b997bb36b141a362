import { Mark, mergeAttributes } from '@tiptap/core';
import { isSafeHref } from './attributes.ts';

declare module '@tiptap/core' {
	interface Commands<ReturnType> {
		link: {
			/** Makes the selected words a link; nothing happens with an address that is not safe. */
			setLink: (attributes: { href: string }) => ReturnType;
			/** Takes the link at the caret, or in the selection, away. */
			unsetLink: () => ReturnType;
		};
	}
}

/**
 * A link: an address and nothing else, no target, class or rel from a paste. Our own rather than
 * Tiptap's, which brings a list of all top-level domains to every page that writes.
 */
export const Link = Mark.create({
	name: 'link',
	priority: 1000,
	inclusive: false,
	keepOnSplit: false,
	exitable: true,
	addAttributes: () => ({ href: { default: null } }),
	parseHTML: () => [
		{
			tag: 'a[href]',
			getAttrs: (element) => (isSafeHref(element.getAttribute('href')) ? null : false)
		}
	],
	renderHTML: ({ HTMLAttributes }) => {
		const { href, ...rest } = HTMLAttributes as Record<string, unknown>;
		return ['a', mergeAttributes(rest, { href: isSafeHref(href) ? href : '' }), 0];
	},
	addCommands() {
		return {
			setLink:
				({ href }) =>
				({ commands }) =>
					isSafeHref(href) && commands.setMark(this.name, { href }),
			unsetLink:
				() =>
				({ commands }) =>
					commands.unsetMark(this.name, { extendEmptyMarkRange: true })
		};
	}
});
