import type { ReportPage } from '#server/views/report.ts';

/**
 * The room's data as they are now; null when they did not come. Kit's own way of reading a page anew puts
 * an error in the page's place when the network fails: and with it would go the text that one writes in
 * without a connection (D4).
 */
export async function roomNow(reportId: string): Promise<ReportPage | 'refused' | null> {
	try {
		const response = await fetch(`/reports/${reportId}/now`);
		return response.ok ? ((await response.json()) as ReportPage) : 'refused';
	} catch (error) {
		// No network, or an answer that broke off.
		if (error instanceof TypeError || error instanceof SyntaxError) return null;
		throw error;
	}
}
