/**
 * A text as a CSS string in which nothing but letters, digits and spaces stands as itself: neither
 * CSS nor the HTML around it can read it otherwise.
 */
export function cssText(text: string): string {
	const escaped = text
		.toWellFormed()
		.replace(/[^A-Za-z0-9 ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
	return `"${escaped}"`;
}
