import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { cleanPastedHtml } from './paste.ts';

export type PasteOptions = {
	/** Receives image files that come without text. */
	onImages: (files: File[]) => void;
};

const imagesOf = (data: DataTransfer | null): File[] =>
	[...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));

/**
 * Cleans what is pasted or dropped. An image is taken only when it comes alone: Word lays a picture
 * of the text beside the text.
 */
export const PasteCleaning = Extension.create<PasteOptions>({
	name: 'pasteCleaning',

	addOptions: () => ({ onImages: () => undefined }),

	addProseMirrorPlugins() {
		const take = (data: DataTransfer | null): boolean => {
			const images = imagesOf(data);
			const hasText = data?.types.includes('text/html') || data?.types.includes('text/plain');
			if (images.length === 0 || hasText) return false;
			this.options.onImages(images);
			return true;
		};
		return [
			new Plugin({
				key: new PluginKey('pasteCleaning'),
				props: {
					transformPastedHTML: cleanPastedHtml,
					handlePaste: (_view, event) => take(event.clipboardData),
					handleDrop: (_view, event) => take(event.dataTransfer)
				}
			})
		];
	}
});
