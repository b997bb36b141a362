import { redirect } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, refusedForm, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { jobs } = valueOf(await app.views.jobs(actor, null), event);
	return {
		jobs: jobs.map((job) => ({ ...job, progress: app.jobs.progressOf(job.id) ?? job.progress })),
		cancelled: event.url.searchParams.has('cancelled')
	};
};

export const actions = {
	cancel: async (event) => {
		const { app, actor } = event.locals;
		const jobId = field(await event.request.formData(), 'jobId');
		const cancelled = await app.jobs.cancel(actor, jobId);
		if (cancelled.ok) redirect(303, '/settings/jobs?cancelled');
		const { refusal } = cancelled;
		if (refusal.code === 'notSignedIn') return refusalError(refusal, event);
		return refusedForm(refusal, { refusal }, event);
	}
} satisfies Actions;
