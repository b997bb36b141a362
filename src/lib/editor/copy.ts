/**
 * Puts text on the clipboard, with its form where the browser takes it.
 * @returns false when the browser did not let us
 */
export async function copyText(plain: string, html: string): Promise<boolean> {
	try {
		if (typeof ClipboardItem === 'function') {
			const item = new ClipboardItem({
				'text/plain': new Blob([plain], { type: 'text/plain' }),
				'text/html': new Blob([html], { type: 'text/html' })
			});
			await navigator.clipboard.write([item]);
		} else await navigator.clipboard.writeText(plain);
		return true;
	} catch (error) {
		// No permission, or no secure connection: the person is told to copy by hand.
		if (error instanceof DOMException || error instanceof TypeError) return false;
		throw error;
	}
}
