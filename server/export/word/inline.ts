import type { ParagraphChild, XmlComponent } from 'docx';

/** docx writes any element in a paragraph, and its types name only some: bookmarks and fields are others. */
export const inline = (element: XmlComponent): ParagraphChild =>
	element as unknown as ParagraphChild;
