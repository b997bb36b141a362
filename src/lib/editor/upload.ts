import type { Refusal } from '#core/result.ts';

export type UploadedImage = { id: string; width: number; height: number };
export type Upload = { ok: true; value: UploadedImage } | { ok: false; refusal: Refusal | null };

/**
 * Uploads a picture to the report. A refusal of the server comes back as one; null stands for a
 * network that failed.
 */
export async function uploadImage(reportId: string, file: File): Promise<Upload> {
	const body = new FormData();
	body.set('file', file);
	let response: Response;
	try {
		response = await fetch(`/reports/${encodeURIComponent(reportId)}/images`, {
			method: 'POST',
			body,
			headers: { accept: 'application/json' }
		});
	} catch (error) {
		if (error instanceof TypeError) return { ok: false, refusal: null };
		throw error;
	}
	const answer = (await response.json().catch(() => null)) as
		UploadedImage | { refusal?: Refusal } | null;
	if (response.ok && answer !== null && 'id' in answer) return { ok: true, value: answer };
	const refusal = answer !== null && 'refusal' in answer ? (answer.refusal ?? null) : null;
	return { ok: false, refusal };
}
