/**
 * The form in which a file is sent; null where it is larger than `most` bytes and the server did not read
 * it to its end.
 */
export async function formWithFile(request: Request, most: number): Promise<FormData | null> {
	try {
		return await request.formData();
	} catch (error) {
		if (Number(request.headers.get('content-length')) > most) return null;
		throw error;
	}
}

/** How many of something were taken in, as the page's address says it; 0 for what is no number. */
export function counted(params: URLSearchParams, name: string): number {
	const n = Number(params.get(name));
	return Number.isInteger(n) && n > 0 ? n : 0;
}
