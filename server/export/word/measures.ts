/** Sizes of a Word file. A twip is a twentieth of a point, 1/1440 inch; Word's pixels are 1/96 inch. */

export const TWIPS_PER_PIXEL = 15;

/** A4 with 2.5 cm on each side. */
export const PAGE = { width: 11906, height: 16838, margin: 1418 };
/** From margin to margin: 16 cm. */
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
/** The tallest picture: its caption still has room on its page. */
export const TALLEST = 11_300;

/** Where the text of a quote or callout begins. */
export const FRAME_INDENT = 284;
/** Between the edge of a cell and its text. */
export const CELL_PADDING = 85;
/** Where the words stand that belong to a term. */
export const TERM_WIDTH = 2835;
/** Lists and quotes within each other go in no further than leaves this for their words: 2.5 cm. */
export const NARROWEST = 1418;
